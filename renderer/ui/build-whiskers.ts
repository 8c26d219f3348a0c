export interface Whisker {
  readonly index: number;
  readonly low: number;
  readonly high: number;
}

interface WhiskerApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/** A chart series of 95 % intervals: a vertical line with two caps over each category. */
export function buildWhiskers(whiskers: readonly Whisker[], colour: string): Record<string, unknown> {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    tooltip: { show: false },
    encode: { x: 0, y: [1, 2] },
    data: whiskers.map(({ index, low, high }) => [index, low, high]),
    renderItem: (_: unknown, api: WhiskerApi) => {
      const [x, top] = api.coord([api.value(0), api.value(2)]);
      const [, bottom] = api.coord([api.value(0), api.value(1)]);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: colour, lineWidth: 1.5 },
      });
      return {
        type: 'group',
        children: [line(x, top, x, bottom), line(x - 5, top, x + 5, top), line(x - 5, bottom, x + 5, bottom)],
      };
    },
  };
}
