import { runToEnd } from '../statistics/run-to-end.ts';
import { type RankCodes, rankCodes } from './rank-codes.ts';

/** Spearman correlations of measures, row by row (K × K); NaN where undefined, 1 on the diagonal. */
export type CorrelationMatrix = { readonly size: number; readonly values: Float64Array };

export type MeasureCluster = {
  /** Measure indices, ascending. */
  readonly members: readonly number[];
  /** Which one to keep; the only one of a cluster of one. */
  readonly keep: number;
  /** What decided: it ranks better than the next best, has fewer gaps, or neither (it is the first). */
  readonly why: 'only' | 'signal' | 'missing' | 'first';
};

/** Spearman's rank correlation of every pair of columns (one value per row, NaN = missing), each over the rows that
 * have both (pairwise complete), ties sharing a rank. NaN with fewer than two such rows or a constant column.
 * Sorts every column once and ranks each pair by counting. Equals `spearman` of the pair. */
export function spearmanMatrix(columns: readonly ArrayLike<number>[]): CorrelationMatrix {
  return runToEnd(spearmanSteps(columns));
}

/** spearmanMatrix in steps, one per column coded and per pair; each yields the share of the work that is done. */
export function* spearmanSteps(
  columns: readonly ArrayLike<number>[],
): Generator<number, CorrelationMatrix, void> {
  const size = columns.length;
  const values = new Float64Array(size * size).fill(1);
  if (columns.some((column) => column.length !== columns[0]!.length))
    throw new RangeError('columns need the same rows');
  const work = size + (size * (size - 1)) / 2;
  let done = 0;
  const coded: RankedColumn[] = [];
  for (const column of columns) {
    coded.push(rankColumn(column));
    yield ++done / work;
  }
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      values[i * size + j] = correlate(coded[i]!, coded[j]!);
      values[j * size + i] = values[i * size + j]!;
      yield ++done / work;
    }
  }
  return { size, values };
}

/** Groups measures that say the same: average-linkage clusters, joined while the mean |ρ| between the closest two is at
 * least `threshold` (.7). An undefined ρ counts as 0. Of equally close pairs the first. Clusters in order of their first
 * member. The one to keep: highest max(AUC, 1 − AUC) to two decimals (less is not told apart), then least missing, then
 * the first; an AUC of null comes last. Source: UPGMA, Sokal & Michener (1958). */
export function correlationClusters(
  { size, values }: CorrelationMatrix,
  facts: readonly { readonly auc: number | null; readonly missingShare: number }[],
  threshold = 0.7,
): MeasureCluster[] {
  let clusters = Array.from({ length: size }, (_, i) => [i]);
  for (;;) {
    const closest = closestPair(clusters, { size, values });
    if (closest === null || closest.likeness < threshold) break;
    const { first, second } = closest;
    const joined = [...clusters[first]!, ...clusters[second]!].sort((a, b) => a - b);
    clusters = clusters.flatMap((cluster, c) => (c === first ? [joined] : c === second ? [] : [cluster]));
  }
  return clusters.map((members) => ({ members, ...bestOf(members, facts) }));
}

type RankedColumn = RankCodes & {
  /** Midranks less their mean by row; null where a value is missing, since then they depend on the other column. */
  readonly ranks: Float64Array | null;
};

function rankColumn(values: ArrayLike<number>): RankedColumn {
  const codes = rankCodes(values);
  if (codes.code.includes(-1)) return { ...codes, ranks: null };
  const centred = centredRanks(codes, codes);
  return { ...codes, ranks: Float64Array.from(codes.code, (code) => centred[code]!) };
}

function correlate(first: RankedColumn, second: RankedColumn): number {
  if (first.ranks !== null && second.ranks !== null) return correlateRanks(first.ranks, second.ranks);
  const left = centredRanks(first, second);
  const right = centredRanks(second, first);
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let r = 0; r < first.code.length; r++) {
    if (first.code[r] === -1 || second.code[r] === -1) continue;
    const a = left[first.code[r]!]!;
    const b = right[second.code[r]!]!;
    product += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  return quotient(product, leftSquares, rightSquares);
}

/** The same where both columns are complete, as most are: their ranks need to be found once only. */
function correlateRanks(left: Float64Array, right: Float64Array): number {
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let r = 0; r < left.length; r++) {
    product += left[r]! * right[r]!;
    leftSquares += left[r]! * left[r]!;
    rightSquares += right[r]! * right[r]!;
  }
  return quotient(product, leftSquares, rightSquares);
}

function quotient(product: number, leftSquares: number, rightSquares: number): number {
  if (leftSquares === 0 || rightSquares === 0) return Number.NaN;
  return Math.max(-1, Math.min(1, product / Math.sqrt(leftSquares * rightSquares)));
}

/** Per distinct value its midrank minus the mean rank, among the rows that the other column has too. */
function centredRanks({ code, levels }: RankCodes, other: RankCodes): Float64Array {
  const counts = new Int32Array(levels);
  let all = 0;
  for (let r = 0; r < code.length; r++) {
    if (code[r] === -1 || other.code[r] === -1) continue;
    counts[code[r]!]!++;
    all++;
  }
  let below = 0;
  return Float64Array.from(counts, (count) => {
    const rank = below + count / 2 - all / 2;
    below += count;
    return rank;
  });
}

function closestPair(clusters: readonly (readonly number[])[], { size, values }: CorrelationMatrix) {
  let best: { first: number; second: number; likeness: number } | null = null;
  for (let first = 0; first < clusters.length; first++) {
    for (let second = first + 1; second < clusters.length; second++) {
      const members = clusters[first]!;
      const others = clusters[second]!;
      let sum = 0;
      for (const i of members) for (const j of others) sum += Math.abs(values[i * size + j]!) || 0;
      const likeness = sum / (members.length * others.length);
      if (best === null || likeness > best.likeness) best = { first, second, likeness };
    }
  }
  return best;
}

function bestOf(
  members: readonly number[],
  facts: readonly { readonly auc: number | null; readonly missingShare: number }[],
): Pick<MeasureCluster, 'keep' | 'why'> {
  const strength = (m: number) => {
    const auc = facts[m]?.auc ?? null;
    return auc === null ? 0 : Math.round(100 * Math.max(auc, 1 - auc));
  };
  const missing = (m: number) => facts[m]?.missingShare ?? 1;
  const [keep, next] = [...members].sort(
    (a, b) => strength(b) - strength(a) || missing(a) - missing(b) || a - b,
  );
  if (next === undefined) return { keep: keep!, why: 'only' };
  if (strength(keep!) !== strength(next)) return { keep: keep!, why: 'signal' };
  return { keep: keep!, why: missing(keep!) === missing(next) ? 'first' : 'missing' };
}
