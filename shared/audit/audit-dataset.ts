import { type Dataset, NO_DAY } from '../measures/dataset.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { auditAttributes } from './audit-attributes.ts';
import { auditIds } from './audit-ids.ts';
import { auditLives } from './audit-lives.ts';
import { auditPeriods } from './audit-periods.ts';
import { auditRecords } from './audit-records.ts';
import { auditSeries } from './audit-series.ts';
import { type Finding, findingOf, positionedRows } from './finding.ts';

/** What the audit is told beside the data. */
export interface AuditFacts {
  /** Attributes that a scorecard reads. */
  readonly usedAttributes: ReadonlySet<string>;
  /** Day of the newest import; null = unknown: nothing is called a date of the future. */
  readonly importDay: number | null;
  readonly knownThrough: number | null;
}

/** Everything in the data that would bend a back-test, each finding with the rows behind it; empty when nothing does. */
export function auditDataset(dataset: Dataset, facts: AuditFacts): Finding[] {
  return runToEnd(auditSteps(dataset, facts));
}

/** auditDataset in steps, half a metric or a record source each; says the share that is done. */
export function* auditSteps(dataset: Dataset, facts: AuditFacts): Generator<number, Finding[], void> {
  const { usedAttributes, importDay, knownThrough } = facts;
  const found = [
    ...auditIds(liveIds(dataset)),
    ...auditLives(dataset, facts),
    ...futureStarts(dataset, importDay),
  ];
  const parts = [
    ...[...dataset.metrics.values()].flatMap((series) => [
      () => auditSeries(dataset, series, importDay),
      () => auditPeriods(dataset, series, importDay),
    ]),
    ...[...dataset.records.values()].map((source) => () => auditRecords(source, importDay)),
    () => auditAttributes(dataset, usedAttributes, knownThrough),
  ];
  for (const [i, part] of parts.entries()) {
    yield i / parts.length;
    found.push(...part());
  }
  return found;
}

/** Distinct accounts of a finding, and how many of them have churned by known-through. */
export function countAccounts(
  { lives }: Dataset,
  { rows }: Finding,
  knownThrough: number | null,
): { accounts: number; churned: number } {
  const accounts = new Set<number>();
  for (let i = 0; i < rows.count; i++) accounts.add(rows.accountAt(i));
  accounts.delete(-1);
  const through = knownThrough ?? NO_DAY - 1;
  let churned = 0;
  for (const account of accounts) {
    let has = false;
    for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
      if (lives.endDay[life]! <= through) has = true;
    }
    if (has) churned++;
  }
  return { accounts: accounts.size, churned };
}

/** Ids by account index; those that only undone imports name read as empty and are no finding. */
function liveIds({ accountIds, lives, attributes, accountNames }: Dataset): string[] {
  const lists = [...attributes.values()];
  return accountIds.map((id, account) => {
    const isLive =
      lives.offsets[account]! < lives.offsets[account + 1]! ||
      accountNames[account] !== id ||
      lists.some((values) => values[account] !== undefined);
    return isLive ? id : '';
  });
}

function futureStarts({ lives }: Dataset, importDay: number | null): Finding[] {
  if (importDay === null) return [];
  const late = [...lives.account.keys()].filter((life) => lives.startDay[life]! > importDay);
  const rows = positionedRows(
    late,
    (life) => lives.account[life]!,
    (life) => ({ day: lives.startDay[life]!, value: '', otherDay: importDay }),
  );
  return findingOf('futureDates', '', rows);
}
