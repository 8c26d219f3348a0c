import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBandFigures, horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { computeBandMoves } from '../../../shared/backtest/band-moves.ts';
import { POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { computeCurves } from '../../../shared/backtest/curve-figures.ts';
import { type DrillInput, drillRows, type RowCell } from '../../../shared/backtest/drill-rows.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { linkRows } from '../../../shared/backtest/link-rows.ts';
import { computeMissCauses, rowsWithoutSign } from '../../../shared/backtest/miss-causes.ts';
import { computeSnapshotFigures } from '../../../shared/backtest/snapshot-figures.ts';
import { computeStability } from '../../../shared/backtest/stability.ts';
import { computeSurvivalByBand } from '../../../shared/backtest/survival-by-band.ts';
import { evaluateWindow } from '../../../shared/backtest/window-figures.ts';
import { selectScored } from '../../../shared/backtest/window-rows.ts';
import { linkedSchema } from '../../../shared/schemas/drill-down.ts';
import { scorecardOf } from '../scoring/random-scorecard.ts';
import { type Lab, lab, randomLab } from './lab-panel.ts';
import { life } from './random-panel.ts';

const capacityPerAsOf = 3;
const drillInput = ({ lives, input }: Lab): DrillInput => ({ ...input, lives, capacityPerAsOf });
const countOf = (made: Lab, cell: RowCell, window: 'design' | 'test' | 'all' = 'test') =>
  drillRows(drillInput(made), window, cell).length;
const onLabs = (check: (made: Lab) => void, most = 20) =>
  fc.assert(fc.property(randomLab(most), check), { numRuns: 60, seed: 11 });

describe('the rows behind a number are as many as the number says', () => {
  it('by month', () => {
    onLabs((made) => {
      for (const month of computeStability(made.input).months) {
        const of = (which: Extract<RowCell, { type: 'month' }>['which']) =>
          countOf(made, { type: 'month', month: month.month, which });
        expect(of('scored')).toBe(month.rows);
        expect(of('churners')).toBe(month.churners);
        expect(of('caught')).toBe(month.catchRate.count);
        expect(of('positive')).toBe(month.positives);
        expect(of('alarm')).toBe(month.hitRate.total);
        expect(of('alarmPositive')).toBe(month.hitRate.count);
      }
    });
  });

  it('by move between bands', () => {
    let moves = 0;
    onLabs((made) => {
      const { steps } = computeBandMoves(made.input);
      for (const step of steps)
        for (const { from, to, accounts } of step.moves) {
          moves++;
          expect(countOf(made, { type: 'move', fromDay: step.from, from, to })).toBe(accounts);
        }
    });
    expect(moves).toBeGreaterThan(200);
  });

  it('on the survival curves: all, churned by a day, still watched on a day', () => {
    onLabs((made) => {
      const { asOf, bands, times, reason, unscored } = computeSurvivalByBand(made.lives, made.input);
      if (asOf === null || (reason !== null && reason !== 'noChurners')) return;
      const of = (part: {
        bandId: string | null;
        which: 'all' | 'events' | 'atRisk' | 'unscored';
        time: number;
      }) => countOf(made, { type: 'landmark', asOf, ...part });
      expect(of({ bandId: null, which: 'unscored', time: 0 })).toBe(unscored);
      for (const { bandId, accounts, events, atRisk } of bands) {
        expect(of({ bandId, which: 'all', time: 0 })).toBe(accounts);
        expect(of({ bandId, which: 'events', time: 10_000 })).toBe(events);
        for (const [tick, time] of times.entries())
          expect(of({ bandId, which: 'atRisk', time })).toBe(atRisk[tick]);
      }
    });
  });

  it('of the window: by band, by score, at the threshold, at capacity, of the dates', () => {
    onLabs((made) => {
      const { panel, scores, windows, bands, settings } = made.input;
      const rows = judgedRows(made.input);
      const scored = selectScored(rows, scores);
      computeBandFigures(bands, scored, 1).forEach((figure) => {
        const of = (label: 'positive' | 'kept' | 'both') =>
          countOf(made, { type: 'band', bandId: figure.bandId, label });
        expect(of('both')).toBe(figure.rows);
        expect(of('positive')).toBe(figure.positives);
        expect(of('kept')).toBe(figure.rows - figure.positives);
      });
      const overlap = horizonOverlap(settings.horizonDays, 30);
      const { figures } = evaluateWindow(panel, rows.row, scores, { bands, overlap, capacityPerAsOf });
      expect(countOf(made, { type: 'rows', label: 'both', scored: 'any' })).toBe(figures.rows);
      expect(countOf(made, { type: 'rows', label: 'both', scored: 'unscored' })).toBe(figures.unscoredRows);
      expect(countOf(made, { type: 'scores', from: 0, below: 100.1, label: 'positive' })).toBe(
        figures.positives,
      );
      expect(countOf(made, { type: 'confusion', threshold: 40, cell: 'alarm' })).toBe(figures.alarmRows);
      expect(countOf(made, { type: 'churners', threshold: 40, which: 'caught' })).toBe(figures.caught);
      // Ties at the edge are all listed.
      expect(countOf(made, { type: 'capacity', which: 'contacted' })).toBeGreaterThanOrEqual(
        figures.capacity.rowsContacted,
      );
      expect(countOf(made, { type: 'capacity', which: 'caught' })).toBeGreaterThanOrEqual(
        Math.floor(figures.capacity.caught),
      );
      const snapshots = computeSnapshotFigures(panel, scores, windows, bands);
      const sum = (amountOf: (snapshot: (typeof snapshots)[number]) => number) =>
        snapshots.reduce((total, snapshot) => total + amountOf(snapshot), 0);
      expect(countOf(made, { type: 'leftOut', which: 'tooLate' })).toBe(sum((s) => s.tooLate));
      expect(countOf(made, { type: 'leftOut', which: 'unscored' })).toBe(sum((s) => s.unscored));
      expect(countOf(made, { type: 'leftOut', which: 'purge' })).toBe(
        sum((s) => (s.window === 'purge' ? s.positives + s.kept : 0)),
      );
      for (const { asOf, bandCounts } of snapshots)
        for (const [b, { id }] of bands.entries())
          expect(countOf(made, { type: 'snapshotBand', asOf, bandId: id })).toBe(bandCounts[b]);
    });
  });

  it('on the curves: calling a score and below', () => {
    onLabs((made) => {
      for (const { score, called, found } of computeCurves(made.input).points) {
        const threshold = (score + 1) / 10;
        expect(countOf(made, { type: 'confusion', threshold, cell: 'alarm' })).toBe(called);
        expect(countOf(made, { type: 'confusion', threshold, cell: 'caught' })).toBe(found);
      }
    });
  });

  it('without a sign: churned at their decision date, and kept rows', () => {
    let seen = 0;
    onLabs((made) => {
      const scorecard = scorecardOf([], 0);
      const values = Float64Array.from(made.input.panel.account, (account, r) => (account * 7 + r) % 11);
      const measures = [{ id: 'm', direction: 'higher' as const, values }];
      const input = { ...made.input, scorecard, measures, weekly: made.weekly };
      const figures = computeMissCauses(made.lives, input);
      seen += figures.blindSpot.count;
      expect(rowsWithoutSign(made.lives, input, 'churned')).toHaveLength(figures.blindSpot.count);
      expect(rowsWithoutSign(made.lives, input, 'kept')).toHaveLength(figures.keptWithoutSign.count);
    });
    expect(seen).toBeGreaterThan(10);
  });
});

describe('accounts that churned instead of the outcome looked for', () => {
  it('are those of their date, and no more', () => {
    const lives = [life({ endDay: 190 }), life({ account: 1, endDay: 191 }), life({ account: 2 })];
    const made = lab(lives, (_, t) => t / 10, {
      outcome: 'expansion',
      schedule: { type: 'typed', days: [100] },
      gapDays: 30,
      horizonDays: 60,
      testFrom: null,
    });
    const cell = { type: 'snapshot', asOf: 100, which: 'churnedInstead' } as const;
    const rows = drillRows(drillInput(made), 'all', cell);
    expect(rows.map((r) => made.input.panel.account[r])).toEqual([0]);
    expect(Array.from(made.input.panel.churnedInstead)).toEqual([rows.length]);
  });
});

describe('the lives that a figure names', () => {
  it('are one row each, the decision row where there is one', () => {
    const made = lab([life({ endDay: 400 }), life({ account: 1 })], (_, t) => t / 10, {
      schedule: { type: 'typed', days: [300, 330, 360, 390] },
      gapDays: 10,
      horizonDays: 60,
      testFrom: null,
    });
    const rows = drillRows(drillInput(made), 'all', { type: 'lives', lives: [0, 1, 7] });
    const { panel } = made.input;
    expect(rows.map((r) => [panel.life[r], panel.asOf[r]])).toEqual([
      [0, 360],
      [1, 390],
    ]);
  });
});

describe('linked rows', () => {
  it('are the same rows in every chart', () => {
    onLabs((made) => {
      const rows = drillRows(drillInput(made), 'test', { type: 'rows', label: 'both', scored: 'scored' });
      const linked = linkRows(made.input, rows);
      expect(linkedSchema.safeParse(linked).error).toBeUndefined();
      const { panel } = made.input;
      const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
      const positives = rows.filter((r) => panel.label[r] === POSITIVE).length;
      expect(total(linked.scores.map((cell) => cell.positives))).toBe(positives);
      expect(total(linked.bands.map((band) => band.positives))).toBe(positives);
      expect(total(linked.bands.map((band) => band.kept))).toBe(rows.length - positives);
      expect(total(linked.snapshots.map((date) => date.rows))).toBe(rows.length);
      expect(linked.accounts).toBe(new Set(rows.map((r) => panel.account[r])).size);
    });
  });

  it('of everybody have the moves and the events of the figures', () => {
    onLabs((made) => {
      const everybody = Array.from(made.input.panel.account.keys());
      const linked = linkRows(made.input, everybody);
      const { steps } = computeBandMoves(made.input);
      for (const { from, to, accounts } of linked.moves) {
        const moved = steps.flatMap((step) =>
          step.moves.filter((move) => move.from === from && move.to === to),
        );
        expect(accounts).toBe(moved.reduce((sum, move) => sum + move.accounts, 0));
      }
      const survival = computeSurvivalByBand(made.lives, made.input);
      for (const { bandId, events } of survival.bands)
        expect(linked.events.find((band) => band.bandId === bandId)?.times.length).toBe(events);
    });
  });
});
