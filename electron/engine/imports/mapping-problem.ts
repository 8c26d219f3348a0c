import { grainOfMarks } from '../../../shared/csv/calendar.ts';
import { findZone } from '../../../shared/csv/zone.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { isSingleRole, neededRoles } from '../../../shared/schemas/kind-roles.ts';
import { hasSource } from '../../../shared/schemas/record-kinds.ts';
import type { MetricRow } from '../store/metric-table.ts';
import { columnsOf } from './cell-readers.ts';

/** Refuses a plan that cannot be carried out: a missing or doubled role, a metric stored with another grain. */
export function checkMapping(plan: ImportPlan, stored: readonly MetricRow[]): Result<null> {
  for (const role of neededRoles(plan.kind)) {
    if (columnsOf(plan, role).length === 0) return fail('mappingIncomplete', { role, problem: 'missing' });
  }
  for (const role of new Set(plan.columns.map((column) => column.role))) {
    if (isSingleRole(role, plan.kind) && columnsOf(plan, role).length > 1)
      return fail('mappingIncomplete', { role, problem: 'twice' });
  }
  if (hasSource(plan.kind) && plan.source.trim() === '') {
    return fail('mappingIncomplete', { role: 'source', problem: 'missing' });
  }
  for (const { role, zone, writtenZone } of plan.columns) {
    const isUnknown = [zone, writtenZone].some((name) => name !== undefined && findZone(name) === null);
    if (isUnknown) return fail('mappingIncomplete', { role, problem: 'zone' });
  }
  if (plan.kind === 'metricsWide' || plan.kind === 'metricsLong') return checkMetrics(plan, stored);
  return succeed(null);
}

function checkMetrics(plan: ImportPlan, stored: readonly MetricRow[]): Result<null> {
  if (grainOfMarks(plan.dateMarks) !== plan.grain) {
    return fail('mappingIncomplete', { role: 'date', problem: 'grain' });
  }
  if (plan.kind === 'metricsLong') return succeed(null);
  const names = columnsOf(plan, 'metricValue').map((column) => column.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    return fail('mappingIncomplete', { role: 'metricValue', problem: 'twice', name: twice });
  const other = stored.find((metric) => names.includes(metric.name) && metric.grain !== plan.grain);
  return other === undefined
    ? succeed(null)
    : fail('mappingIncomplete', { role: 'metricValue', problem: 'grainDiffers', name: other.name });
}
