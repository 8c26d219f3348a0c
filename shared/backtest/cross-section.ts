import { parseAttributeNumber } from '../measures/compute-measure.ts';
import { type Dataset, NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import { type CrossSectionFigures, refusedFigures } from '../schemas/cross-section.ts';
import type { Estimate } from '../schemas/figures.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { LiveScorer, NOT_SCORED } from '../scoring/live-scorer.ts';
import { delong } from '../statistics/delong.ts';
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov.ts';
import { createRandom } from '../statistics/random.ts';
import { KEPT, type Panel, POSITIVE } from './build-panel.ts';
import { computeCalibration } from './calibration.ts';
import { computeCurves } from './curve-figures.ts';
import { rateOf } from './lab-input.ts';
import { orderAccounts } from './order-accounts.ts';
import { rowContext } from './score-design.ts';
import { evaluateWindow, toEstimate } from './window-figures.ts';

/** More distinct values than this make an attribute a name, not a category. */
const MOST_VALUES = 12;
/** Share of an attribute's texts that must be numbers for it to count as one. */
const NUMERIC_SHARE = 0.9;

/**
 * Settings that stand for a flagged snapshot where dates are asked for: one date without a day. What is computed under
 * them reads `flaggedPanel` and claims nothing about when.
 */
export const crossSectionSettings: BacktestSettings = {
  schedule: { type: 'typed', days: [0] },
  gapDays: 0,
  horizonDays: 1,
  minimumTenureDays: 0,
  outcomeDate: 'effective',
  knownThrough: 1,
  testFrom: null,
  capacityPerAsOf: 12,
  seed: 1,
};

/** True of `crossSectionSettings`, also after a way through JSON: no dated data lie on the first two days of 1970. */
export function isCrossSection({ schedule, knownThrough }: BacktestSettings): boolean {
  return (
    knownThrough === 1 && schedule.type === 'typed' && schedule.days.length === 1 && schedule.days[0] === 0
  );
}

export interface CrossSectionInput {
  readonly dataset: Dataset;
  readonly scorecard: Scorecard;
  /** Names of the scorecard's measures by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly capacityPerAsOf: number;
  readonly seed: number;
}

/**
 * The accounts of a flagged snapshot as one date without a day: label by the flag, no account without one. Everything
 * that reads dates (lives, windows, outcomes) is empty, so that no figure can claim what was known when.
 */
export function flaggedPanel({ snapshotFlag, accountIds, outcomes }: Dataset): Panel {
  const flags = snapshotFlag ?? new Int8Array(0);
  const account = Int32Array.from(flags.keys()).filter((a) => flags[a] !== -1);
  const zeros = () => new Int32Array(account.length);
  return {
    asOfDays: Int32Array.of(0),
    startDays: Int32Array.of(0),
    account,
    life: account,
    snapshot: new Uint16Array(account.length),
    asOf: zeros(),
    lifeStart: zeros(),
    recordsFrom: zeros(),
    label: Uint8Array.from(account, (a) => (flags[a] === 1 ? POSITIVE : KEPT)),
    outcomeDay: Int32Array.from(account, (a) => (flags[a] === 1 ? 0 : NO_DAY)),
    alreadyGaveNotice: Int32Array.of(0),
    noticed: [[]],
    churnedInstead: Int32Array.of(0),
    events: { offsets: outcomes.offsets, day: zeros(), noticeDay: zeros(), stopDay: zeros() },
    accountCount: accountIds.length,
  };
}

/**
 * What a snapshot without dates can say: churn rate (Wilson), each number's AUC (DeLong) and KS, churn by value of each
 * attribute with at most 12 values, and of the scorecard its bands, AUC, curves, and calibration on a seeded split of
 * the accounts into halves. Never a point-in-time claim: `refused` names what needs dates.
 * @param columns values of the scorecard's measures by id and row of `panel`
 */
export function computeCrossSection(
  input: CrossSectionInput,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
): CrossSectionFigures {
  const { dataset } = input;
  const churned = panel.label.reduce((sum, label) => sum + Number(label === POSITIVE), 0);
  const all = panel.label.length;
  const measures = [...columns].map(([id, values]) =>
    describeNumber(panel, input.names.get(id) ?? id, values),
  );
  const attributes = [...dataset.attributes].map(([name, texts]) => ({
    name,
    texts: Array.from(panel.account, (a) => texts[a]),
  }));
  const numbers = attributes.flatMap(({ name, texts }) => {
    const values = Float64Array.from(texts, parseAttributeNumber);
    return isNumeric(texts, values) ? describeNumber(panel, name, values) : [];
  });
  const known = new Set(measures.map(({ name }) => name));
  return {
    reason: all === 0 ? 'noRows' : churned === 0 || churned === all ? 'oneClass' : null,
    accounts: all,
    churned,
    unknown: (dataset.snapshotFlag?.length ?? 0) - all,
    rate: rateOf(churned, all),
    numbers: [...measures, ...numbers.filter(({ name }) => !known.has(name))].sort(
      (a, b) => distance(b.auc) - distance(a.auc),
    ),
    categories: attributes
      .flatMap(({ name, texts }) => describeCategory(panel, name, texts) ?? [])
      .sort((a, b) => spread(b) - spread(a)),
    score: describeScore(input, panel, columns),
    refused: [...refusedFigures],
  };
}

function describeNumber(
  panel: Panel,
  name: string,
  values: Float64Array,
): CrossSectionFigures['numbers'][number] {
  const { kept, churned } = splitByLabel(panel, values);
  return {
    name,
    accounts: kept.length + churned.length,
    churned: churned.length,
    missing: values.length - kept.length - churned.length,
    auc: toEstimate(delong(kept, churned)),
    ks: kolmogorovSmirnov(churned, kept),
  };
}

function describeCategory(
  panel: Panel,
  name: string,
  texts: readonly (string | undefined)[],
): CrossSectionFigures['categories'][number] | null {
  const counts = new Map<string, { churned: number; all: number }>();
  let missing = 0;
  texts.forEach((text, r) => {
    if (text === undefined) {
      missing++;
      return;
    }
    const seen = counts.get(text) ?? { churned: 0, all: 0 };
    seen.all++;
    if (panel.label[r] === POSITIVE) seen.churned++;
    counts.set(text, seen);
  });
  if (counts.size < 2 || counts.size > MOST_VALUES) return null;
  const values = [...counts]
    .map(([value, { churned, all }]) => ({ value, churn: rateOf(churned, all) }))
    .sort((a, b) => (b.churn.rate ?? 0) - (a.churn.rate ?? 0) || (a.value < b.value ? -1 : 1));
  return { name, values, missing };
}

function describeScore(
  { dataset, scorecard, capacityPerAsOf, seed }: CrossSectionInput,
  panel: Panel,
  columns: ReadonlyMap<string, Float64Array>,
): CrossSectionFigures['score'] {
  const context = rowContext(dataset, panel, columns, null);
  const scores = new LiveScorer(columns, panel.account.length, context).score(scorecard);
  if (scores.every((score) => score === NOT_SCORED)) return null;
  const { bands } = scorecard;
  const rows = Int32Array.from(panel.account.keys());
  const { figures } = evaluateWindow(panel, rows, scores, { bands, overlap: 1, capacityPerAsOf });
  const { kept, churned } = splitByLabel(
    panel,
    Float64Array.from(scores, (score) => (score === NOT_SCORED ? Number.NaN : score)),
  );
  const lab = { panel, scores, windows: ['all' as const], bands, settings: crossSectionSettings };
  const halves = { ...panel, ...inHalves(dataset.accountIds, panel, seed) };
  const split = { ...lab, panel: halves, windows: ['design' as const, 'test' as const], daysBetween: 1 };
  return {
    figures,
    auc: toEstimate(delong(kept, churned)),
    ks: kolmogorovSmirnov(churned, kept),
    curves: computeCurves(lab),
    calibration: computeCalibration(split),
  };
}

/** Half of the accounts, drawn by the seed in order of id, as one date and the rest as another. */
function inHalves(
  accountIds: readonly string[],
  panel: Panel,
  seed: number,
): Pick<Panel, 'asOfDays' | 'startDays' | 'snapshot'> {
  const isIn = new Set(panel.account);
  const order = orderAccounts(accountIds).filter((a) => isIn.has(a));
  const drawn = createRandom(seed).shuffle(order);
  const second = new Set(drawn.subarray(0, Math.floor(drawn.length / 2)));
  return {
    asOfDays: Int32Array.of(0, 1),
    startDays: Int32Array.of(0, 1),
    snapshot: Uint16Array.from(panel.account, (a) => Number(second.has(a))),
  };
}

function splitByLabel(panel: Panel, values: Float64Array): { kept: number[]; churned: number[] } {
  const kept: number[] = [];
  const churned: number[] = [];
  values.forEach((value, r) => {
    if (!Number.isNaN(value)) (panel.label[r] === POSITIVE ? churned : kept).push(value);
  });
  return { kept, churned };
}

function isNumeric(texts: readonly (string | undefined)[], values: Float64Array): boolean {
  const told = texts.filter((text) => text !== undefined).length;
  const numbers = values.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0);
  return numbers > 0 && numbers >= NUMERIC_SHARE * told;
}

function distance(auc: Estimate | null): number {
  return auc === null ? -1 : Math.abs(auc.value - 0.5);
}

function spread({ values }: CrossSectionFigures['categories'][number]): number {
  return (values[0]?.churn.rate ?? 0) - (values.at(-1)?.churn.rate ?? 0);
}
