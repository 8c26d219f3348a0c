import type { DataFinding } from '../../../shared/schemas/workspace-state.ts';

export type Finding = DataFinding;
export type FindingKind = Finding['kind'];
export type Weight = 'blocks' | 'bends' | 'note';

/** What a finding does to a back-test: makes it impossible, bends its figures, or is only worth knowing. */
export const findingWeights: Readonly<Record<FindingKind, Weight>> = {
  noOutcomes: 'blocks',
  churnOutsideLife: 'bends',
  churnBeforeStart: 'bends',
  flagContradiction: 'bends',
  usageAfterChurn: 'bends',
  damagedIds: 'bends',
  twinIds: 'bends',
  metricGap: 'bends',
  undatedAttribute: 'bends',
  noticeAfterEnd: 'bends',
  halfExported: 'bends',
  futureDates: 'bends',
  duplicateRecords: 'bends',
  closedBeforeOpened: 'bends',
  assumedStarts: 'bends',
  usageBeforeStart: 'note',
  outcomesAfterUsage: 'note',
  accountGaps: 'note',
  reactivations: 'note',
  rejectedRows: 'note',
  duplicateRows: 'note',
  naText: 'note',
  constantMetric: 'note',
};

/** Kinds whose title counts accounts; the others count rows. */
const countsAccounts: ReadonlySet<FindingKind> = new Set([
  'flagContradiction',
  'usageAfterChurn',
  'usageBeforeStart',
  'halfExported',
  'accountGaps',
  'assumedStarts',
  'undatedAttribute',
]);

const weights: readonly Weight[] = ['blocks', 'bends', 'note'];

export interface FindingCard {
  readonly kind: FindingKind;
  readonly weight: Weight;
  /** What the title counts: accounts of the subject with most, else rows of all subjects. */
  readonly count: number;
  /** The largest of its subjects; 0 where it is about no account. */
  readonly accounts: number;
  readonly churned: number;
  /** What it is about, each with rows of its own, most rows first. One with an empty name is about the accounts. */
  readonly subjects: readonly { readonly name: string; readonly rows: number }[];
}

/**
 * One card a kind, ordered by what it does to a back-test: by weight, then by the churned accounts it touches, then
 * by all accounts.
 */
export function buildFindings(findings: readonly Finding[]): FindingCard[] {
  const kinds = Object.keys(findingWeights) as FindingKind[];
  const cards = kinds.flatMap((kind): FindingCard[] => {
    const same = findings.filter((finding) => finding.kind === kind);
    if (same.length === 0) return [];
    const most = (of: (finding: Finding) => number) => Math.max(...same.map(of));
    const accounts = most((finding) => finding.accounts);
    return [
      {
        kind,
        weight: findingWeights[kind],
        count: countsAccounts.has(kind) ? accounts : same.reduce((sum, { rows }) => sum + rows, 0),
        accounts,
        churned: most((finding) => finding.churned),
        subjects: same.map(({ subject, rows }) => ({ name: subject, rows })).sort((a, b) => b.rows - a.rows),
      },
    ];
  });
  const rank = (card: FindingCard) => weights.indexOf(card.weight);
  return cards.sort((a, b) => rank(a) - rank(b) || b.churned - a.churned || b.accounts - a.accounts);
}
