import type { BandStep } from './build-next-band.ts';

/** The bound as shown, three significant digits, rounded to the side where it is still enough. */
export function safeBound(value: number, needs: BandStep['needs']): number {
  if (value === 0) return 0;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const scale = 10 ** Math.min(digits, 3);
  const scaled = Number((value * scale).toPrecision(12));
  return (needs === 'atLeast' ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
}

/** Lost points to one decimal as the lists round them: 7.35 → 7.4, though its double lies below. */
export function roundTenth(points: number): number {
  return Math.round(points * 10) / 10;
}
