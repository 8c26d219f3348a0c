/** Spearman correlations of measures, row by row (K × K); NaN where undefined, 1 on the diagonal. */
export type CorrelationMatrix = { readonly size: number; readonly values: Float64Array };

export type MeasureCluster = {
  /** Measure indices, ascending. */
  readonly members: readonly number[];
  /** Which one to keep; the only one of a cluster of one. */
  readonly keep: number;
};

/** Spearman's rank correlation of every pair of columns (one value per row, NaN = missing), each over the rows that
 * have both (pairwise complete), ties sharing a rank. NaN with fewer than two such rows or a constant column.
 * Sorts every column once and ranks each pair in one pass. Equals `spearman` of the pair. */
export function spearmanMatrix(columns: readonly ArrayLike<number>[]): CorrelationMatrix {
  const size = columns.length;
  const values = new Float64Array(size * size).fill(1);
  const orders = columns.map(orderOf);
  const rows = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== rows)) throw new RangeError('columns need the same rows');
  const left = new Float64Array(rows);
  const right = new Float64Array(rows);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const common = rankCommon(columns[i]!, orders[i]!, columns[j]!, left);
      rankCommon(columns[j]!, orders[j]!, columns[i]!, right);
      const rho = correlateRanks(orders[i]!, { left, right, other: columns[j]!, count: common });
      values[i * size + j] = rho;
      values[j * size + i] = rho;
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
  return clusters.map((members) => ({ members, keep: bestOf(members, facts) }));
}

function orderOf(column: ArrayLike<number>): Int32Array {
  const present: number[] = [];
  for (let r = 0; r < column.length; r++) if (!Number.isNaN(column[r]!)) present.push(r);
  return Int32Array.from(present).sort((a, b) => column[a]! - column[b]! || a - b);
}

/** Midranks of a column among the rows that the other has too, into `ranks` by row; gives how many those are. */
function rankCommon(
  column: ArrayLike<number>,
  order: Int32Array,
  other: ArrayLike<number>,
  ranks: Float64Array,
): number {
  let count = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    let tied = 0;
    while (end < order.length && column[order[end]!] === column[order[i]!]) {
      if (!Number.isNaN(other[order[end]!]!)) tied++;
      end++;
    }
    for (; i < end; i++) ranks[order[i]!] = count + (tied + 1) / 2;
    count += tied;
  }
  return count;
}

function correlateRanks(
  order: Int32Array,
  pair: {
    readonly left: Float64Array;
    readonly right: Float64Array;
    readonly other: ArrayLike<number>;
    readonly count: number;
  },
): number {
  const mean = (pair.count + 1) / 2;
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (const r of order) {
    if (Number.isNaN(pair.other[r]!)) continue;
    const a = pair.left[r]! - mean;
    const b = pair.right[r]! - mean;
    product += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  if (leftSquares === 0 || rightSquares === 0) return Number.NaN;
  return Math.max(-1, Math.min(1, product / Math.sqrt(leftSquares * rightSquares)));
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
): number {
  const strength = (m: number) => {
    const auc = facts[m]?.auc ?? null;
    return auc === null ? 0 : Math.round(100 * Math.max(auc, 1 - auc));
  };
  const missing = (m: number) => facts[m]?.missingShare ?? 1;
  return [...members].sort((a, b) => strength(b) - strength(a) || missing(a) - missing(b) || a - b)[0]!;
}
