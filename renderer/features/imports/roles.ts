import type { ColumnPlan, ColumnRole, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { contractRoles } from '../../../shared/schemas/record-kinds.ts';

const dateRoles = [
  'date',
  'startOn',
  'noticeOn',
  'endOn',
  'outcomeOn',
  'closedOn',
  'knownOn',
  'validFrom',
  'renewalOn',
] as const satisfies readonly ColumnRole[];

export type DateRole = (typeof dateRoles)[number];

export function isDateRole(role: ColumnRole): role is DateRole {
  return dateRoles.some((known) => known === role);
}

/** Roles whose column becomes something with a name of its own. */
export function isNamedRole(role: ColumnRole): boolean {
  return (
    role === 'metricValue' ||
    role === 'attribute' ||
    role === 'recordColumn' ||
    contractRoles.some((known) => known === role)
  );
}

/** Roles whose cells are numbers. */
export function isNumberRole(role: ColumnRole): boolean {
  return ['metricValue', 'amount', 'quantity', 'score', 'rating', 'contractAmount', 'seats'].includes(role);
}

export function isSeriesKind(kind: FileKind): kind is 'metricsWide' | 'metricsLong' {
  return kind === 'metricsWide' || kind === 'metricsLong';
}

export function columnOfRole(plan: ImportPlan, role: ColumnRole): ColumnPlan | undefined {
  return plan.columns.find((column) => column.role === role);
}
