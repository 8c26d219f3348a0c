import { computeBandRates, horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import type { Panel } from '../../../shared/backtest/build-panel.ts';
import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import { contactChances } from '../../../shared/backtest/capacity-figures.ts';
import { rowsOfWindow, type SnapshotWindow } from '../../../shared/backtest/choose-split.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { cutContext, rowContext } from '../../../shared/backtest/score-design.ts';
import { decisionPositions, toEstimate, turnEstimate } from '../../../shared/backtest/window-figures.ts';
import { selectRows, type WindowRows } from '../../../shared/backtest/window-rows.ts';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Band, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { greenBandCount } from '../../../shared/scoring/green-bands.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../../../shared/scoring/live-scorer.ts';
import { withAlarmBound } from '../../../shared/scoring/place-bounds.ts';
import { boundsOfSameShares, quantileBounds } from '../../../shared/scoring/quantile-bounds.ts';
import { ScorePairs } from '../../../shared/scoring/score-pairs.ts';
import { sameDateAucOf } from '../../../shared/statistics/same-date-auc.ts';
import { takeRows } from '../../../shared/statistics/take-rows.ts';
import { suggestThresholdByCapacity } from '../../../shared/suggestions/suggest-threshold.ts';
import { compareToday } from './compare-today.ts';
import { describeRules } from './describe-rules.ts';
import { ScaleCounts } from './scale-counts.ts';

const SCORE_BINS = 50;

export interface LiveSessionInput {
  readonly dataset: Dataset;
  /** Of the design panel's rows. */
  readonly context: RowContext;
  readonly windows: readonly SnapshotWindow[];
  readonly designPanel: Panel;
  readonly designColumns: ReadonlyMap<string, Float64Array>;
  readonly todayPanel: Panel;
  readonly todayColumns: ReadonlyMap<string, Float64Array>;
  readonly settings: BacktestSettings;
  readonly hardestBaseline: LiveFigures['hardestBaseline'];
}

/**
 * Live figures of one scorecard while it is edited. Counts only rows of the design window: the test window is never
 * read here. Columns are cut to the rows that count, so an edit touches nothing else.
 */
export class LiveSession {
  readonly #input: LiveSessionInput;
  readonly #rows: WindowRows;
  readonly #pairs: ScorePairs;
  /** Positions among the rows of the positive ones. */
  readonly #positives: Int32Array;
  /** Positions among the rows of each churner's decision row. */
  readonly #decisions: readonly number[];
  readonly #accountCount: number;
  readonly #designScorer: LiveScorer;
  readonly #todayScorer: LiveScorer;
  readonly #scaleCounts: ScaleCounts;
  readonly #overlap: number;
  /** The top of the score is called, and figures are counted from there. */
  readonly #isHoped: boolean;

  constructor(input: LiveSessionInput) {
    this.#input = input;
    const { designPanel: panel, settings } = input;
    const row = rowsOfWindow(panel, input.windows, ['design', 'all']);
    this.#rows = selectRows(panel, row);
    this.#pairs = new ScorePairs(this.#rows);
    this.#positives = Int32Array.from(row.keys()).filter((i) => this.#rows.positive[i] === 1);
    this.#decisions = decisionPositions(panel, this.#rows);
    this.#accountCount = countDistinct(this.#rows.account);
    const columns = cutColumns(input.designColumns, row);
    this.#designScorer = new LiveScorer(columns, row.length, cutContext(input.context, row));
    this.#scaleCounts = new ScaleCounts(columns, this.#rows.positive);
    const { dataset, context, todayPanel, todayColumns } = input;
    this.#todayScorer = new LiveScorer(
      todayColumns,
      todayPanel.account.length,
      rowContext(dataset, todayPanel, todayColumns, context.churned),
    );
    this.#isHoped = isHopedFor(settings.outcome);
    this.#overlap = horizonOverlap(settings.horizonDays, daysBetweenDates(settings.schedule));
  }

  /** False when the scorecard uses a measure this session has no column for: open a new one. */
  holds(scorecard: Scorecard): boolean {
    return this.#designScorer.holds(scorecard);
  }

  figures(scorecard: Scorecard, seq: number): LiveFigures {
    const scores = this.#designScorer.score(scorecard);
    const auc = sameDateAucOf(this.#pairs.count(scores));
    const estimate = toEstimate(auc);
    const kept = this.#pairs.rowsByScore('kept');
    const churned = this.#pairs.rowsByScore('churned');
    const bands = computeBandRates(scorecard.bands, { kept, churned }, this.#overlap);
    const churners = this.#scoredChurners(scores);
    return {
      seq,
      rows: scores.length,
      accounts: this.#accountCount,
      churners,
      unscoredRows: scores.length - auc.positives - auc.negatives,
      histogram: scoreHistogram(kept, churned),
      bins: this.#scaleCounts.of(scorecard),
      bands,
      auc: this.#isHoped && estimate !== null ? turnEstimate(estimate) : estimate,
      hardestBaseline: this.#input.hardestBaseline,
      capacity: { ...this.#capacity(scores), churners: this.#decisions.length },
      today: this.#today(scorecard),
      ...describeRules(scorecard, this.#input, { design: this.#designScorer, today: this.#todayScorer }),
      warnings: warn(scorecard.bands, bands, {
        churners,
        isConstant: auc.auc === null,
        isHoped: this.#isHoped,
      }),
    };
  }

  /** Distinct accounts with a positive row that has a score: what the gates count. Rows are account by account. */
  #scoredChurners(scores: Int16Array): number {
    let count = 0;
    let last = -1;
    for (const i of this.#positives) {
      const account = this.#rows.account[i]!;
      if (scores[i] === NOT_SCORED || account === last) continue;
      count++;
      last = account;
    }
    return count;
  }

  /** Today's accounts under each design, against the first. */
  compare(scorecards: readonly Scorecard[]): ChannelOutput<'live.compare'>['items'] {
    const scores = scorecards.map((scorecard) => this.#todayScorer.score(scorecard).slice());
    return compareToday(scorecards, scores, this.#input.todayPanel, this.#input.dataset);
  }

  /** Where the bounds of bands would lie by a method, on the scored rows of the design window. */
  bounds(
    scorecard: Scorecard,
    method: Exclude<ChannelPayload<'live.bounds'>['method'], { type: 'cost' }>,
  ): ChannelOutput<'live.bounds'>['found'] {
    if (method.type === 'shares') return this.#sameShares(method.of, scorecard);
    const scores = this.#designScorer.score(scorecard);
    const scored = Array.from(scores.keys()).filter((r) => scores[r] !== NOT_SCORED);
    if (scored.length === 0) return null;
    const bucket = scored.map((r) => scores[r]!);
    if (method.type === 'quantile') {
      return { type: 'quantile', bounds: quantileBounds(bucket, scorecard.bands.length) };
    }
    const snapshot = scored.map((r) => this.#rows.snapshot[r]!);
    if (this.#isHoped) return topBound({ snapshot, bucket }, method.calls);
    const found = suggestThresholdByCapacity({ snapshot, bucket }, method.calls);
    if (found === null) return null;
    // A cap at a band follows the bound, so what the bound gives is counted again with the bands placed there.
    const bands = withAlarmBound(scorecard.bands, found.bound);
    if (bands === null) return { type: 'capacity', ...found };
    const placed = this.#designScorer.score({ ...scorecard, bands });
    const dates = new Set([...new Set(snapshot)].sort((a, b) => b - a).slice(0, 3));
    const alarms = scored.filter(
      (r, i) => dates.has(snapshot[i]!) && placed[r]! < Math.round(found.bound * 10),
    );
    return { type: 'capacity', ...found, perDate: alarms.length / dates.size };
  }

  #sameShares(of: Scorecard, scorecard: Scorecard): ChannelOutput<'live.bounds'>['found'] {
    const scoresOf = (card: Scorecard) => this.#designScorer.score(card).filter((s) => s !== NOT_SCORED);
    const bounds = of.bands.slice(0, -1).map(({ lowerBound }) => Math.round(lowerBound * 10));
    const placed = boundsOfSameShares({ scores: scoresOf(of), bounds }, scoresOf(scorecard));
    return { type: 'quantile', bounds: placed };
  }

  /**
   * Churners expected among the k lowest scores of their decision date (of a hoped-for outcome: the k highest); an
   * unscored one is missed.
   */
  #capacity(scores: Int16Array): { perAsOf: number; caught: number } {
    const { snapshot, snapshotCount } = this.#rows;
    const perAsOf = this.#input.settings.capacityPerAsOf;
    const counts = this.#pairs.rowsByDateAndScore();
    const isHoped = this.#isHoped;
    // Turned about whole, dates and scores alike: the last date's highest score comes first.
    const chances = contactChances(isHoped ? counts.reverse() : counts, snapshotCount, perAsOf);
    if (isHoped) chances.reverse();
    let caught = 0;
    for (const row of this.#decisions) {
      if (scores[row] !== NOT_SCORED) caught += chances[snapshot[row]! * 1001 + scores[row]!]!;
    }
    return { perAsOf, caught };
  }

  #today(scorecard: Scorecard): LiveFigures['today'] {
    const scores = this.#todayScorer.score(scorecard);
    const bandOf = bandOfScores(scorecard.bands);
    const counts = new Array<number>(scorecard.bands.length).fill(0);
    let unscored = 0;
    for (const score of scores) {
      if (score === NOT_SCORED) unscored++;
      else counts[bandOf[score]!]!++;
    }
    return {
      asOf: isCrossSection(this.#input.settings)
        ? null
        : (this.#input.todayPanel.asOfDays[0] ?? this.#input.settings.knownThrough),
      bands: scorecard.bands.map((band, b) => ({ bandId: band.id, accounts: counts[b]! })),
      unscored,
    };
  }
}

/** Where the top band begins so that its accounts can be called: the capacity's bound, read from the top; 0 = nobody. */
function topBound(
  rows: { readonly snapshot: readonly number[]; readonly bucket: readonly number[] },
  calls: number,
): ChannelOutput<'live.bounds'>['found'] {
  const bucket = rows.bucket.map((score) => 1000 - score);
  const found = suggestThresholdByCapacity({ snapshot: rows.snapshot, bucket }, calls);
  if (found === null) return null;
  const bound = found.bound === 0 ? 0 : (1001 - Math.round(found.bound * 10)) / 10;
  const tie = found.tie && { ...found.tie, score: (1000 - Math.round(found.tie.score * 10)) / 10 };
  return { type: 'capacity', ...found, bound, tie };
}

function cutColumns(columns: ReadonlyMap<string, Float64Array>, row: Int32Array): Map<string, Float64Array> {
  return new Map([...columns].map(([id, values]) => [id, takeRows(values, row)]));
}

function countDistinct(account: Int32Array): number {
  let count = 0;
  for (let i = 0; i < account.length; i++) if (i === 0 || account[i] !== account[i - 1]) count++;
  return count;
}

function scoreHistogram(kept: Int32Array, churned: Int32Array): LiveFigures['histogram'] {
  const width = 1000 / SCORE_BINS;
  const binned = (rows: Int32Array): number[] => {
    const bins = new Array<number>(SCORE_BINS).fill(0);
    rows.forEach((count, score) => {
      bins[Math.min(SCORE_BINS - 1, Math.floor(score / width))]! += count;
    });
    return bins;
  };
  const edges = Array.from({ length: SCORE_BINS + 1 }, (_, i) => (i * width) / 10);
  return { edges, churned: binned(churned), kept: binned(kept) };
}

function warn(
  bands: readonly Band[],
  figures: LiveFigures['bands'],
  state: { readonly churners: number; readonly isConstant: boolean; readonly isHoped: boolean },
): LiveFigures['warnings'] {
  const warnings: LiveFigures['warnings'] = [];
  const alarmShare = bands.reduce((sum, band, b) => sum + (band.alarm ? figures[b]!.share : 0), 0);
  const greens = figures.slice(0, greenBandCount(bands));
  const greenShare = greens.reduce((sum, { share }) => sum + share, 0);
  if (state.churners < 10) warnings.push('tooFewChurners');
  if (state.isConstant) warnings.push('constantScore');
  if (greenShare > 0.9) warnings.push('allHealthy');
  if (alarmShare > 0.6 && !state.isHoped) warnings.push('allAlarm');
  if (figures.slice(1).some((figure) => figure.share > 0.9)) warnings.push('oneBandHoldsMost');
  return warnings;
}
