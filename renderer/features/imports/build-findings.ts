import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

export type Finding = DataSummary['findings'][number];
export type FindingKind = Finding['kind'];
export type Weight = 'blocks' | 'bends' | 'note';

/** What a finding does to a back-test: makes it impossible, bends its figures, or is only worth knowing. */
export const findingWeights: Readonly<Record<FindingKind, Weight>> = {
  noOutcomes: 'blocks',
  usageAfterChurn: 'bends',
  outcomesAfterUsage: 'bends',
  churnBeforeStart: 'bends',
  assumedStarts: 'bends',
  usageBeforeStart: 'note',
  constantMetric: 'note',
  rejectedRows: 'note',
};

export interface FindingCard {
  readonly kind: FindingKind;
  readonly weight: Weight;
  readonly count: number;
  /** Metrics it is about, most accounts first; empty where it is about no metric. */
  readonly subjects: readonly { readonly name: string; readonly count: number }[];
}

/** One card a kind, ordered by what it does to a back-test; `count` is the largest of its subjects. */
export function buildFindings(findings: readonly Finding[]): FindingCard[] {
  const order = Object.keys(findingWeights) as FindingKind[];
  return order.flatMap((kind): FindingCard[] => {
    const same = findings.filter((finding) => finding.kind === kind);
    if (same.length === 0) return [];
    const subjects = same
      .filter(({ subject }) => subject !== '')
      .map(({ subject, count }) => ({ name: subject, count }))
      .sort((a, b) => b.count - a.count);
    return [
      { kind, weight: findingWeights[kind], count: Math.max(...same.map(({ count }) => count)), subjects },
    ];
  });
}
