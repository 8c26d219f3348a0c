import { auditSteps, countAccounts } from '../../../shared/audit/audit-dataset.ts';
import type { Finding, FindingKind } from '../../../shared/audit/finding.ts';
import type { DataFinding } from '../../../shared/schemas/workspace-state.ts';
import { runInSlices } from '../analysis/run-in-slices.ts';
import type { AnalysisData, YieldNow } from '../measures/analysis-data.ts';
import type { StoredFacts } from './audit-facts.ts';

/** A row of a finding as the compute worker knows it: the file it came from is the store's to say. */
export interface AuditedRow {
  readonly account: number;
  readonly accountId: string;
  readonly name: string;
  readonly day: number | null;
  readonly value: string;
  readonly otherDay: number | null;
}

export interface Audit {
  readonly findings: DataFinding[];
  /** One page of a finding's rows; empty where there is no such finding. */
  rows(
    kind: FindingKind,
    subject: string,
    page: { readonly offset: number; readonly limit: number },
  ): { total: number; rows: AuditedRow[] };
}

const known = new WeakMap<AnalysisData, { readonly key: string; readonly audit: Promise<Audit> }>();

/** The audit of one revision of the data under these facts; asked again, also while it runs, the same object. */
export function auditData(data: AnalysisData, facts: StoredFacts, yieldNow: YieldNow): Promise<Audit> {
  const key = JSON.stringify([[...facts.usedAttributes], facts.importDay]);
  const kept = known.get(data);
  if (kept?.key === key) return kept.audit;
  const audit = makeAudit(data, facts, yieldNow);
  known.set(data, { key, audit });
  // A run that was stopped is not kept.
  audit.catch(() => known.get(data)?.audit === audit && known.delete(data));
  return audit;
}

async function makeAudit(data: AnalysisData, facts: StoredFacts, yieldNow: YieldNow): Promise<Audit> {
  const knownThrough = data.knownThrough();
  const found = await runInSlices(auditSteps(data.dataset, { ...facts, knownThrough }), () => yieldNow(), 1);
  const findings: DataFinding[] = [];
  for (const finding of found) {
    await yieldNow();
    const { kind, subject, rows } = finding;
    findings.push({
      kind,
      subject,
      rows: rows.count,
      ...countAccounts(data.dataset, finding, knownThrough),
    });
  }
  return {
    findings,
    rows: (kind, subject, page) => pageRows(data, found, { kind, subject, ...page }),
  };
}

function pageRows(
  { dataset }: AnalysisData,
  found: readonly Finding[],
  {
    kind,
    subject,
    offset,
    limit,
  }: {
    readonly kind: FindingKind;
    readonly subject: string;
    readonly offset: number;
    readonly limit: number;
  },
): { total: number; rows: AuditedRow[] } {
  const finding = found.find((each) => each.kind === kind && each.subject === subject);
  if (finding === undefined) return { total: 0, rows: [] };
  const total = finding.rows.count;
  const rows: AuditedRow[] = [];
  for (let i = offset; i < Math.min(total, offset + limit); i++) {
    const row = finding.rows.rowAt(i);
    const accountId = dataset.accountIds[row.account] ?? '';
    rows.push({ ...row, accountId, name: dataset.accountNames[row.account] ?? accountId });
  }
  return { total, rows };
}
