import { describe, expect, it } from 'vitest';
import { colours, readableOn } from '../../../renderer/ui/colours.ts';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('readableOn', () => {
  it('gives at least 4.5 to 1 on every colour that has a meaning', () => {
    for (const colour of Object.values(colours))
      expect(contrast(colour, readableOn(colour))).toBeGreaterThan(4.5);
  });

  it('is black on white and white on black', () => {
    expect(readableOn('#ffffff')).toBe('#000000');
    expect(readableOn('#000000')).toBe('#ffffff');
  });
});
