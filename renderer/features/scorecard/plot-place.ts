/** Where values and points lie in a plot, in pixels, and back. */
export interface PlotPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly valueAt: (x: number) => number;
  readonly y: (points: number) => number;
  readonly pointsAt: (y: number) => number;
}

/** A label under a picture: where it stands and how it is turned to stay inside; null where there is no room for it. */
export interface PlotLabel {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly y: number;
}

/** Pixels that a letter of a label takes, at most; half as much again where letters are wide. */
const letter = 7;
const lineHeight = 13;

/** Places labels under their marks, from left to right, in two lines so that none covers another. */
export function placeLabels(
  marks: readonly { readonly x: number; readonly text: string }[],
  { left, right, bottom }: Pick<PlotPlace, 'left' | 'right' | 'bottom'>,
): (PlotLabel | null)[] {
  const taken = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const placed = new Array<PlotLabel | null>(marks.length).fill(null);
  const order = marks.map((_, i) => i).sort((a, b) => marks[a]!.x - marks[b]!.x);
  for (const i of order) {
    const { x, text } = marks[i]!;
    const width = [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 1.6 : 1) * letter, 4);
    const isLeft = x - width / 2 < left - 30;
    const anchor = isLeft ? 'start' : x + width / 2 > right + 12 ? 'end' : 'middle';
    const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const line = taken.findIndex((end) => end <= start);
    if (line < 0) continue;
    taken[line] = start + width;
    placed[i] = { x, anchor, y: bottom + 32 + line * lineHeight };
  }
  return placed;
}
