import { auditDataset, countAccounts } from '../../../shared/audit/audit-dataset.ts';
import type { Finding, FindingKind } from '../../../shared/audit/finding.ts';
import type { DataFinding } from '../../../shared/schemas/workspace-state.ts';
import type { AnalysisData } from '../measures/analysis-data.ts';
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

const known = new WeakMap<AnalysisData, { readonly key: string; readonly audit: Audit }>();

/** The audit of one revision of the data under these facts; asked again, the same object. */
export function auditData(data: AnalysisData, facts: StoredFacts): Audit {
  const key = JSON.stringify([[...facts.usedAttributes], facts.importDay]);
  const kept = known.get(data);
  if (kept?.key === key) return kept.audit;
  const knownThrough = data.knownThrough();
  const found = auditDataset(data.dataset, { ...facts, knownThrough });
  const audit: Audit = {
    findings: found.map((finding) => ({
      kind: finding.kind,
      subject: finding.subject,
      rows: finding.rows.count,
      ...countAccounts(data.dataset, finding, knownThrough),
    })),
    rows: (kind, subject, page) => pageRows(data, found, { kind, subject, ...page }),
  };
  known.set(data, { key, audit });
  return audit;
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
