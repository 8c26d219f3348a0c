import type { BandMoves } from '../schemas/lab-figures.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { OUTSIDE } from './build-panel.ts';
import type { LabInput } from './lab-input.ts';

/**
 * How accounts move between bands from one as-of date to the next, over all dates of the schedule: counts for a Sankey.
 * States: the bands, not scored, new (not eligible before), churned (outcome known in between), left (not eligible any
 * more otherwise). Every account eligible at either date is counted once per step; a change of life counts as the
 * account's. Fewer than two dates → reason `oneDate`.
 */
export function computeBandMoves({ panel, scores, bands }: LabInput): BandMoves {
  const states: BandMoves['states'] = [
    ...bands.map(({ id }) => ({ kind: 'band' as const, bandId: id })),
    ...(['unscored', 'new', 'churned', 'left'] as const).map((kind) => ({ kind, bandId: null })),
  ];
  const dates = panel.asOfDays.length;
  const reason = panel.account.length === 0 ? 'noRows' : dates < 2 ? 'oneDate' : null;
  if (reason !== null) return { reason, states, steps: [] };
  const cells = new Int32Array((dates - 1) * states.length * states.length);
  visitMoves({ panel, scores, bands }, (_row, { step, from, to }) => {
    cells[(step * states.length + from) * states.length + to]!++;
  });
  const steps = Array.from({ length: dates - 1 }, (_, step) => ({
    from: panel.asOfDays[step]!,
    to: panel.asOfDays[step + 1]!,
    moves: states.flatMap((_from, from) =>
      states.flatMap((_to, to) => {
        const accounts = cells[(step * states.length + from) * states.length + to]!;
        return accounts === 0 ? [] : [{ from, to, accounts }];
      }),
    ),
  }));
  return { reason: null, states, steps };
}

/** One move of an account; `from` and `to` are positions in the states of `computeBandMoves`. */
export interface Move {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Every move of every account, each once, with the panel row it starts from (of an account that is new: the row it
 * arrives in). One object for all calls, so that millions of rows cost no memory.
 */
export function visitMoves(
  { panel, scores, bands }: Pick<LabInput, 'panel' | 'scores' | 'bands'>,
  visit: (row: number, move: Move) => void,
): void {
  const bandOf = bandOfScores(bands);
  const stateOf = (r: number) => (scores[r] === NOT_SCORED ? bands.length : bandOf[scores[r]!]!);
  const [isNew, churned, left] = [bands.length + 1, bands.length + 2, bands.length + 3];
  const steps = panel.asOfDays.length - 1;
  const move = { step: 0, from: 0, to: 0 };
  const tell = (row: number, step: number, from: number, to: number) => {
    if (step < 0 || step >= steps) return;
    move.step = step;
    move.from = from;
    move.to = to;
    visit(row, move);
  };
  for (let r = 0; r < panel.account.length; r++) {
    if (panel.label[r] === OUTSIDE) continue;
    const s = panel.snapshot[r]!;
    const follows = r > 0 && panel.account[r - 1] === panel.account[r] && panel.snapshot[r - 1] === s - 1;
    if (!follows) tell(r, s - 1, isNew, stateOf(r));
    const next = panel.account[r + 1] === panel.account[r] && panel.snapshot[r + 1] === s + 1 ? r + 1 : null;
    if (next !== null) tell(r, s, stateOf(r), stateOf(next));
    else tell(r, s, stateOf(r), panel.outcomeDay[r]! <= (panel.asOfDays[s + 1] ?? 0) ? churned : left);
  }
}
