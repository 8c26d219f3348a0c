/** The roundest number c with `above` < c ≤ `through`: a multiple of the largest power of ten that has one there,
 * of several the one nearest to the middle (the lower, on a tie). 0 where the gap holds it. Finest step 1e-9, the
 * precision of values; if even that has none, `through` itself. Throws unless above < through, both finite.
 * So a cut-off between 97 and 134 reads 100, between .137 and .142 it reads .14. */
export function shortestDecimal(above: number, through: number): number {
  if (!(above < through && through - above < Number.POSITIVE_INFINITY))
    throw new RangeError(`no gap between ${above} and ${through}`);
  if (above < 0 && through >= 0) return 0;
  const highest = Math.floor(Math.log10(Math.max(Math.abs(above), Math.abs(through)))) + 1;
  for (let power = highest; power >= -9; power--) {
    const found = multipleNearMiddle(above, through, power);
    if (found !== null) return found;
  }
  return through;
}

function multipleNearMiddle(above: number, through: number, power: number): number | null {
  const unit = 10 ** Math.abs(power);
  // dividing by a whole number gives the double nearest to the decimal; multiplying by .001 would not
  const toUnits = (x: number) => (power < 0 ? x * unit : x / unit);
  const toValue = (units: number) => (power < 0 ? units / unit : units * unit);
  // beyond this a double tells no two neighbouring multiples apart
  if (Math.max(Math.abs(toUnits(above)), Math.abs(toUnits(through))) > 2 ** 52) return null;
  let first = Math.floor(toUnits(above));
  while (toValue(first) <= above) first++;
  let last = Math.floor(toUnits(through)) + 1;
  while (toValue(last) > through) last--;
  if (first > last) return null;
  const middle = Math.ceil(toUnits((above + through) / 2) - 0.5);
  return toValue(Math.min(last, Math.max(first, middle))) + 0;
}
