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
