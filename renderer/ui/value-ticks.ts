/** The 1, 2 or 5 × 10ⁿ that is nearest above `span ÷ parts`. */
export function niceStep(span: number, parts: number): number {
  if (!(span > 0) || parts <= 0) return 1;
  const raw = span / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return trimmed(factor * power);
}

/** Round values inside [low, high], about `parts` of them. */
export function valueTicks(low: number, high: number, parts = 5): number[] {
  const step = niceStep(high - low, parts);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i += 1) {
    ticks.push(trimmed(i * step));
    if (ticks.length > 50) break;
  }
  return ticks;
}

/** Without the tail of binary fractions: 0.30000000000000004 → 0.3. */
export function trimmed(value: number): number {
  return Number(value.toPrecision(12));
}
