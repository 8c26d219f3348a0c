import { isDatedAttribute } from '../../../shared/measures/attribute-at.ts';
import { parseAttributeNumber } from '../../../shared/measures/compute-measure.ts';
import {
  type Dataset,
  type EventSource,
  lastDayKnownBy,
  lastDayThrough,
  NO_DAY,
} from '../../../shared/measures/dataset.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import { auditData } from './audit-data.ts';
import type { StoredFacts } from './audit-facts.ts';
import { liveAccounts } from './find-accounts.ts';
import { lastDayBegun } from './last-period.ts';

const VALUES_LISTED = 50;

/** How much data there is, and what it holds: the foot, the Home checklist, pickers of metrics and attributes. */
export async function summariseData(
  data: AnalysisData,
  { batches, facts }: { readonly batches: number; readonly facts: StoredFacts },
  yieldNow: YieldNow,
): Promise<DataSummary> {
  const { findings } = await auditData(data, facts, yieldNow);
  const { dataset, settings } = data;
  const metrics = [...dataset.metrics.values()];
  const records = [...dataset.records.values()];
  const firstDays = [...metrics, ...records].map((part) => part.range.firstDay);
  // Days after the import are a finding, not how far the data reach.
  const lastDays = [...metrics, ...records].map((part) => lastDayThrough(part, facts.importDay ?? NO_DAY));
  const churned = new Set<number>();
  const through = data.knownThrough() ?? NO_DAY - 1;
  dataset.lives.endDay.forEach((day, life) => {
    // Later ends are known but can't be claimed: nobody says that they are complete. The audit counts them.
    if (day <= through) churned.add(dataset.lives.account[life]!);
  });
  return {
    accounts: countAccounts(dataset),
    churnedAccounts: churned.size,
    batches,
    knownThrough: data.knownThrough(),
    firstDay: firstDays.length === 0 ? null : Math.min(...firstDays),
    lastDay: dayOrNull(Math.max(-NO_DAY, ...lastDays)),
    assumedStarts: dataset.lives.assumedStart.reduce((sum, flag) => sum + flag, 0),
    mainUsage: settings.mainUsage,
    metrics: metrics.map((series) => ({
      name: series.name,
      kind: series.kind,
      grain: series.grain,
      lagDays: series.lagDays,
      values: series.day.length,
      firstDay: series.range.firstDay,
      lastDay: dayOrNull(lastDayBegun(series, facts.importDay)),
    })),
    attributes: [...dataset.attributes].map(([name, values]) => ({
      ...summariseAttribute(name, values),
      dated: isDatedAttribute(dataset, name),
    })),
    contract: [...dataset.contract].map(([role, attribute]) => ({ role, attribute })),
    recordSources: records.map((source) => ({
      name: source.name,
      kind: source.kind,
      rows: source.day.length,
      firstDay: source.range.firstDay,
      lastDay: lastDayKnownBy(source.range, NO_DAY),
      hasClosedDay: source.hasClosedDay,
      columns: [...source.columns].map(([name, cells]) => ({ name, values: commonValues(cells).values })),
    })),
    eventSources: [...dataset.events.values()].map(summariseEvents),
    snapshot: summariseSnapshot(dataset.snapshotFlag),
    findings,
  };
}

function dayOrNull(day: number): number | null {
  return day === -NO_DAY ? null : day;
}

function summariseEvents(source: EventSource): DataSummary['eventSources'][number] {
  const rows = new Map<number, number>();
  for (const event of source.event) rows.set(event, (rows.get(event) ?? 0) + 1);
  const ordered = [...rows].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const users = new Set(source.user);
  users.delete(-1);
  return {
    name: source.name,
    rows: source.day.length,
    users: users.size,
    firstDay: source.range.firstDay,
    lastDay: lastDayKnownBy(source.range, NO_DAY),
    events: ordered.map(([event]) => source.eventNames[event] ?? ''),
  };
}

function summariseSnapshot(flags: Int8Array | null): DataSummary['snapshot'] {
  if (flags === null) return null;
  let [accounts, churned] = [0, 0];
  for (const flag of flags) {
    if (flag >= 0) accounts++;
    if (flag === 1) churned++;
  }
  return { accounts, churned };
}

function countAccounts(dataset: Dataset): number {
  const isLive = liveAccounts(dataset);
  return dataset.accountIds.reduce((count, _, account) => count + Number(isLive(account)), 0);
}

function summariseAttribute(name: string, values: readonly (string | undefined)[]) {
  const present = values.filter((value) => value !== undefined);
  const numeric = present.length > 0 && present.every((value) => !Number.isNaN(parseAttributeNumber(value)));
  const { values: common, distinct } = commonValues(present);
  return { name, numeric, values: common, distinct };
}

/** The most frequent texts first, at most 50, and how many distinct there are. */
function commonValues(cells: readonly string[]): { values: string[]; distinct: number } {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { values: ordered.slice(0, VALUES_LISTED).map(([value]) => value), distinct: counts.size };
}
