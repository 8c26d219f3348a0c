import { quantileLinear } from '../../../shared/statistics/quantile-linear.ts';

export type SlowRow = { account: number; positive: boolean; value: number };
export type SlowBin = { rows: SlowRow[] };

const rate = (rows: readonly SlowRow[]) => rows.filter((row) => row.positive).length / rows.length;
const accounts = (rows: readonly SlowRow[]) => new Set(rows.map((row) => row.account)).size;
const churners = (rows: readonly SlowRow[]) => accounts(rows.filter((row) => row.positive));

/** Design note "Suggestions", sentence by sentence over lists of rows; rates are compared as fractions. */
export function slowCutoffs(all: readonly SlowRow[], direction: 'higher' | 'lower', most: number) {
  const rows = all.filter((row) => !Number.isNaN(row.value));
  const values = rows.map((row) => row.value);
  const edges = [...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].map((d) => quantileLinear(values, d / 10) ?? 0))];
  let bins: SlowRow[][] = [...edges, Number.POSITIVE_INFINITY]
    .map((edge, b) => rows.filter((row) => row.value <= edge && (b === 0 || row.value > edges[b - 1]!)))
    .filter((bin) => bin.length > 0);
  const join = (at: number) => {
    bins = [...bins.slice(0, at), [...bins[at]!, ...bins[at + 1]!], ...bins.slice(at + 2)];
  };
  const isWrong = (low: number, high: number) => (direction === 'higher' ? low <= high : low >= high);
  for (let b = 0; b + 1 < bins.length; ) {
    if (isWrong(rate(bins[b]!) * 1e6, rate(bins[b + 1]!) * 1e6)) {
      join(b);
      b = 0;
    } else b++;
  }
  const share = churners(rows) / accounts(rows);
  const small = () =>
    bins.filter((bin) => accounts(bin) < 0.05 * accounts(rows) || accounts(bin) * share < 3).length;
  while (bins.length > 1 && small() > 0) {
    const sizes = bins.map(accounts);
    const at = sizes.indexOf(Math.min(...sizes));
    const gap = (b: number) =>
      bins[b] ? Math.abs(rate(bins[b]) - rate(bins[at]!)) : Number.POSITIVE_INFINITY;
    join(gap(at - 1) <= gap(at + 1) ? at - 1 : at);
  }
  const likelihood = (bin: readonly SlowRow[]) =>
    bin.reduce((sum, row) => sum + Math.log(row.positive ? rate(bin) : 1 - rate(bin)), 0);
  while (bins.length > most) {
    const losses = bins
      .slice(1)
      .map((bin, b) => likelihood(bins[b]!) + likelihood(bin) - likelihood([...bins[b]!, ...bin]));
    join(losses.indexOf(Math.min(...losses)));
  }
  const smoothed = (bin: readonly SlowRow[]) => (churners(bin) + share) / (accounts(bin) + 1);
  for (let b = 0; b + 1 < bins.length; ) {
    if (isWrong(smoothed(bins[b]!), smoothed(bins[b + 1]!))) {
      join(b);
      b = 0;
    } else b++;
  }
  const rates = bins.map(smoothed);
  const [worst, best] = [Math.max(...rates), Math.min(...rates)];
  return {
    rows: bins.map((bin) => bin.length),
    accounts: bins.map(accounts),
    churners: bins.map(churners),
    points: rates.map((r) => Math.round((100 * (worst - r)) / (worst - best) / 5) * 5),
    low: bins.map((bin) => Math.min(...bin.map((row) => row.value))),
    high: bins.map((bin) => Math.max(...bin.map((row) => row.value))),
  };
}
