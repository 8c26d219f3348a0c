/** One meaning, one colour, in every chart and badge (safe for colour-blind eyes; never used without a word). */
export const colours = {
  churned: '#D55E00',
  kept: '#0072B2',
  healthy: '#009E73',
  good: '#56B4E9',
  watch: '#E69F00',
  alarm: '#D55E00',
  neutral: '#868e96',
} as const;

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const channels = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const [red = 0, green = 0, blue = 0] = channels;
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance + 0.05 > Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
