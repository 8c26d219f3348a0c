import type { BandMoves } from '../../../../shared/schemas/lab-figures.ts';
import type { Band } from '../../../../shared/schemas/scorecard.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { colours } from '../../../ui/colours.ts';
import type { Linked } from '../link-context.ts';

export type MoveState = BandMoves['states'][number];

export interface MoveMatrix {
  /** Positions in `states` that somebody came from, and went to. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly countOf: (from: number, to: number) => number;
  readonly total: number;
}

export interface MoveWords {
  readonly stateOf: (state: number) => string;
  readonly before: (state: string) => string;
  readonly after: (state: string) => string;
  readonly count: (accounts: number) => string;
}

/** Moves of one step, or of all steps together (null), as a matrix of the states that occur. */
export function buildMoveMatrix({ states, steps }: BandMoves, step: number | null): MoveMatrix {
  const counts = new Map<string, number>();
  const moves = step === null ? steps.flatMap((one) => one.moves) : (steps[step]?.moves ?? []);
  for (const { from, to, accounts } of moves) {
    const key = `${from} ${to}`;
    counts.set(key, (counts.get(key) ?? 0) + accounts);
  }
  const countOf = (from: number, to: number) => counts.get(`${from} ${to}`) ?? 0;
  const all = states.map((_, state) => state);
  return {
    from: all.filter((from) => all.some((to) => countOf(from, to) > 0)),
    to: all.filter((to) => all.some((from) => countOf(from, to) > 0)),
    countOf,
    total: moves.reduce((sum, { accounts }) => sum + accounts, 0),
  };
}

/** A Sankey of the matrix: before on the left, after on the right, bands in their colours; the same accounts' ribbons stand out. */
export function buildMovesOption(
  matrix: MoveMatrix,
  colourOf: (state: number) => string,
  words: MoveWords,
  linked: Linked | null = null,
): ChartOption {
  const nameOf = (side: 'before' | 'after', state: number) => words[side](words.stateOf(state));
  const shown = linked === null ? null : new Set(linked.moves.map(({ from, to }) => `${from} ${to}`));
  const node = (side: 'before' | 'after', state: number) => ({
    name: nameOf(side, state),
    depth: side === 'before' ? 0 : 1,
    itemStyle: { color: colourOf(state) },
    label: {
      position: side === 'before' ? 'left' : 'right',
      formatter: words.stateOf(state),
      textBorderWidth: 0,
    },
  });
  return {
    tooltip: {
      trigger: 'item',
      formatter: ({ name, value }: { name: string; value: number }) =>
        `${name.replace(' > ', ' → ')}\n${words.count(value)}`,
    },
    series: [
      {
        id: 'moves',
        type: 'sankey',
        cursor: 'pointer',
        left: 110,
        right: 110,
        top: 12,
        bottom: 12,
        nodeGap: 10,
        draggable: false,
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.35 },
        data: [
          ...matrix.from.map((state) => node('before', state)),
          ...matrix.to.map((state) => node('after', state)),
        ],
        links: ribbonsOf(matrix).map(({ from, to, value }) => ({
          source: nameOf('before', from),
          target: nameOf('after', to),
          value,
          lineStyle: { opacity: shown === null ? 0.35 : shown.has(`${from} ${to}`) ? 0.8 : 0.08 },
        })),
      },
    ],
  };
}

/** The ribbons in the order in which they are drawn: the index of a clicked one leads to its two states. */
export function ribbonsOf(
  matrix: MoveMatrix,
): { readonly from: number; readonly to: number; readonly value: number }[] {
  return matrix.from.flatMap((from) =>
    matrix.to.flatMap((to) => {
      const value = matrix.countOf(from, to);
      return value === 0 ? [] : [{ from, to, value }];
    }),
  );
}

/** A band's own colour; churned in its colour; grey for not scored, new and not eligible. */
export function moveColour(state: MoveState | undefined, bands: readonly Band[]): string {
  if (state?.kind === 'churned') return colours.churned;
  return bands.find(({ id }) => id === state?.bandId)?.colour ?? colours.neutral;
}
