export interface Grown {
  readonly rows: number;
  readonly seconds: number;
}

const width = 60;
const cellsPerTen = 12;
const leastSeconds = 1e-3;

/** Bars of seconds against rows, both logarithmic, with a dot where linear growth back from the largest would end. */
export function plotGrowth(what: string, grown: readonly Grown[]): void {
  const largest = grown.at(-1)!;
  const place = (seconds: number) =>
    Math.min(width - 1, Math.max(0, Math.round(Math.log10(seconds / leastSeconds) * cellsPerTen)));
  console.log(
    `\n${what}: processor seconds against rows, both logarithmic (· = linear growth back from the largest)\n`,
  );
  for (const { rows, seconds } of grown) {
    const bar = '█'.repeat(place(seconds)).padEnd(width).split('');
    bar[place((largest.seconds * rows) / largest.rows)] = '·';
    console.log(`${String(rows).padStart(9)}  ${bar.join('')}  ${seconds.toFixed(3)} s`);
  }
}
