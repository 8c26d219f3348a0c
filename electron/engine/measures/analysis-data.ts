import type { AroundChurn } from '../../../shared/backtest/appears-around-churn.ts';
import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { flaggedPanel, isCrossSection } from '../../../shared/backtest/cross-section.ts';
import type { SourceFinding } from '../../../shared/backtest/lint-source-rows.ts';
import { attributeReader } from '../../../shared/measures/attribute-at.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { type Dataset, lastDayThrough, NO_DAY } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { describeMeasure } from '../../../shared/scoring/design-hash.ts';
import type { MeasureSignal } from '../../../shared/suggestions/measure-signal.ts';
import type { NoiseFloor } from '../../../shared/suggestions/noise-floor.ts';

export type Measures = ReadonlyMap<string, Measure>;

/** How far a piece of long work is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Lets messages in between two pieces of work, so that a newer edit or a cancel is seen; may say how far it is. */
export type YieldNow = (progress?: Progress) => Promise<void>;

/** What the workspace says beside the observations. */
export interface DataSettings {
  readonly mainUsage: string | null;
  /** Last day on which the outcome files are complete; null = nobody said. */
  readonly completeUntil: number | null;
  /** Day of the newest import: nothing later can have been known; null = not said. */
  readonly importDay: number | null;
}

/** What the explorer knows of one measure on one design window. */
export interface MeasureFacts extends MeasureSignal {
  readonly ks: number | null;
  readonly noise: NoiseFloor;
  readonly missingShare: number;
  readonly staleShare: number | null;
  readonly aroundChurn: AroundChurn | null;
  readonly sources: readonly SourceFinding[];
}

const MAXIMUM_COLUMNS = 400;
const MAXIMUM_LISTS = 4;

/**
 * The live data of one workspace in the compute worker, with the panels and measure columns computed from it. One
 * object per data revision: a change of data makes a new one.
 */
export class AnalysisData {
  readonly dataset: Dataset;
  readonly settings: DataSettings;
  readonly #panels = new Map<string, Panel>();
  readonly #columns = new Map<string, Float64Array>();
  readonly #measureFacts = new Map<string, MeasureFacts>();
  readonly #measureFigures = new Map<string, MeasureFigures>();
  readonly #splits = new Map<string, number | null>();
  readonly #lists = new Map<string, Promise<unknown>>();
  #knownThrough: number | null | undefined;

  constructor(dataset: Dataset, settings: DataSettings) {
    this.dataset = dataset;
    this.settings = settings;
  }

  /** Rows of a back-test; the same object for the same rows. */
  panel(settings: BacktestSettings): Panel {
    const key = panelKey(settings);
    const known = this.#panels.get(key);
    if (known !== undefined) return known;
    if (this.#panels.size >= 12) this.#panels.clear();
    const panel = isCrossSection(settings)
      ? flaggedPanel(this.dataset)
      : buildPanel(this.dataset.lives, settings, this.dataset);
    this.#panels.set(key, panel);
    return panel;
  }

  /** Values of measures by id for a panel's rows, one measure a slice. */
  async columns(
    ids: Iterable<string>,
    measures: Measures,
    settings: BacktestSettings,
    yieldNow: YieldNow,
  ): Promise<Map<string, Float64Array>> {
    const columns = new Map<string, Float64Array>();
    const panel = this.panel(settings);
    for (const id of ids) {
      const key = this.columnKey(id, measures, settings);
      let column = this.#columns.get(key);
      if (column === undefined) {
        await yieldNow();
        column = computeOrMissing(this.dataset, measures, id, panel);
        if (this.#columns.size >= MAXIMUM_COLUMNS) this.#columns.clear();
        this.#columns.set(key, column);
      }
      columns.set(id, column);
    }
    return columns;
  }

  /** Names a measure's values on a panel, whatever the measure is called. */
  columnKey(id: string, measures: Measures, settings: BacktestSettings): string {
    return `${panelKey(settings)}\n${JSON.stringify(describeMeasure(id, measures, new Set()))}`;
  }

  /** What is known of a measure from an earlier look. */
  measureFacts(key: string): MeasureFacts | undefined {
    return this.#measureFacts.get(key);
  }

  keepMeasureFacts(key: string, facts: MeasureFacts): void {
    if (this.#measureFacts.size >= MAXIMUM_COLUMNS) this.#measureFacts.clear();
    this.#measureFacts.set(key, facts);
  }

  /** What a measure shows by itself, from an earlier look. */
  measureFigures(key: string): MeasureFigures | undefined {
    return this.#measureFigures.get(key);
  }

  keepMeasureFigures(key: string, figures: MeasureFigures): void {
    if (this.#measureFigures.size >= MAXIMUM_COLUMNS) this.#measureFigures.clear();
    this.#measureFigures.set(key, figures);
  }

  /** Where a scorecard's test window begins, from an earlier look; undefined = not looked yet. */
  split(key: string): number | null | undefined {
    return this.#splits.get(key);
  }

  keepSplit(key: string, testFrom: number | null): void {
    if (this.#splits.size >= MAXIMUM_COLUMNS) this.#splits.clear();
    this.#splits.set(key, testFrom);
  }

  /** A list's order by its query, kept for the newest few so that the next page needs no new sort. */
  orderedList<T>(key: string, make: () => Promise<T>): Promise<T> {
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = make();
      // A run that was cancelled is not kept.
      list.catch(() => this.#lists.delete(key));
    }
    this.#lists.delete(key);
    this.#lists.set(key, list);
    for (const oldest of [...this.#lists.keys()].slice(0, -MAXIMUM_LISTS)) this.#lists.delete(oldest);
    // Made by the same caller under the same key.
    return list as Promise<T>;
  }

  /** Reads attributes' texts as of a date; from known-through on the newest there are: lists of today show today's. */
  attributesOn(asOf: number): (name: string, account: number) => string | undefined {
    const { dataset } = this;
    if (asOf >= (this.knownThrough() ?? -NO_DAY)) {
      return (name, account) => dataset.attributes.get(name)?.[account];
    }
    const reader = attributeReader(dataset);
    return (name, account) => reader.at(name, account, asOf);
  }

  /** See `findKnownThrough`; looked for once. */
  knownThrough(): number | null {
    this.#knownThrough ??= findKnownThrough(this.dataset, this.settings);
    return this.#knownThrough;
  }
}

/**
 * Latest last day of a complete period over the metrics, never later than the outcomes' "complete until" nor than the
 * day of the newest import.
 */
function findKnownThrough({ metrics }: Dataset, { completeUntil, importDay }: DataSettings): number | null {
  let latest = -NO_DAY;
  for (const series of metrics.values()) {
    latest = Math.max(latest, lastDayThrough(series, importDay ?? NO_DAY));
  }
  const ends = [completeUntil, importDay, latest === -NO_DAY ? null : latest].filter((day) => day !== null);
  const isSaid = completeUntil !== null || metrics.size > 0;
  return isSaid && ends.length > 0 ? Math.min(...ends) : null;
}

function computeOrMissing(dataset: Dataset, measures: Measures, id: string, panel: Panel): Float64Array {
  const measure = measures.get(id);
  if (measure === undefined) return new Float64Array(panel.account.length).fill(Number.NaN);
  return computeMeasure(dataset, measure, measures, panel);
}

function panelKey(settings: BacktestSettings): string {
  const { testFrom, capacityPerAsOf, seed, incumbent, ...rows } = settings;
  return JSON.stringify(rows);
}
