import { fromAlarmSide } from '../backtest/alarm-side.ts';
import { buildPanel, KEPT, OUTSIDE, type Panel, POSITIVE, TOO_LATE } from '../backtest/build-panel.ts';
import { gateOf, LARGEST_UNSCORED_SHARE } from '../backtest/judge-verdict.ts';
import type { PanelFacts } from '../backtest/life-events.ts';
import { evaluateWindow } from '../backtest/window-figures.ts';
import { type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { SealFigures, SealRow, SealSettings } from '../schemas/lifecycle.ts';
import { isHopedFor } from '../schemas/outcome-kinds.ts';
import type { Band } from '../schemas/scorecard.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { sealTiming } from './seal-timing.ts';

/** A seal's own scores: by position, account index and score in tenths (NOT_SCORED = none). Nothing is scored anew. */
export interface SealedScores {
  readonly asOf: number;
  readonly settings: SealSettings;
  readonly bands: readonly Band[];
  readonly account: Int32Array;
  readonly tenths: Int16Array;
}

export interface GradedSeal {
  readonly figures: SealFigures;
  /** By position in the seal: what became of the account, and on which day (NO_DAY = none that counts). */
  readonly states: readonly Exclude<SealRow['state'], null | 'addedLater'>[];
  readonly outcomeDay: Int32Array;
  /** Accounts of the date that were not sealed. */
  readonly addedLater: readonly number[];
}

/** A back-test's settings for the one date of a seal. */
export function settingsOfSeal(
  { asOf, settings }: Pick<SealedScores, 'asOf' | 'settings'>,
  knownThrough: number,
): BacktestSettings {
  return { ...settings, schedule: { type: 'typed', days: [asOf] }, knownThrough, testFrom: null };
}

/**
 * Grades a seal: its stored scores against the outcomes known by `knownThrough`, labelled as a back-test labels rows.
 * Each sealed account is churned, kept, churned inside the gap, or left out (not in the population of the date by what
 * is known now). AUC with its by-account interval, band rates with Wilson's, catch in alarm bands and at capacity are a
 * back-test's own, on churned and kept accounts. Null while outcomes of the horizon are still unknown.
 */
export function gradeSeal(
  lives: LifeTable,
  facts: PanelFacts,
  seal: SealedScores,
  knownThrough: number,
): GradedSeal | null {
  if (!sealTiming({ asOf: seal.asOf, ...seal.settings }, knownThrough).isMature) return null;
  const settings = settingsOfSeal(seal, knownThrough);
  // Who was sealed had been in the segment then, whatever its attributes say today.
  const { segment: _, ...everyone } = settings;
  const panel = buildPanel(lives, { ...everyone, minimumTenureDays: 0 }, facts);
  const rowOf = new Int32Array(panel.accountCount).fill(-1);
  panel.account.forEach((account, r) => {
    rowOf[account] = r;
  });
  const states = Array.from(seal.account, (account) => stateOf(panel, rowOf[account]!));
  const sealed = new Set(seal.account);
  const now = buildPanel(lives, settings, facts);
  const addedLater = [...now.account].filter(
    (account, r) => now.label[r] !== OUTSIDE && !sealed.has(account),
  );
  return {
    figures: computeFigures(seal, { panel, rowOf, states, addedLater: addedLater.length, knownThrough }),
    states,
    outcomeDay: seal.account.map((account, i) =>
      states[i] === 'churned' || states[i] === 'tooLate'
        ? (panel.outcomeDay[rowOf[account]!] ?? NO_DAY)
        : NO_DAY,
    ),
    addedLater,
  };
}

function stateOf(panel: Panel, row: number): GradedSeal['states'][number] {
  if (row < 0) return 'leftOut';
  const label = panel.label[row];
  if (label === POSITIVE) return 'churned';
  return label === TOO_LATE ? 'tooLate' : 'kept';
}

interface Labelled {
  readonly panel: Panel;
  readonly rowOf: Int32Array;
  readonly states: GradedSeal['states'];
  readonly addedLater: number;
  readonly knownThrough: number;
}

function computeFigures(
  seal: SealedScores,
  { panel, rowOf, states, addedLater, knownThrough }: Labelled,
): SealFigures {
  const scores = new Int16Array(panel.account.length).fill(NOT_SCORED);
  const isSealed = new Uint8Array(panel.account.length);
  seal.account.forEach((account, i) => {
    const row = rowOf[account]!;
    if (row < 0) return;
    scores[row] = seal.tenths[i]!;
    isSealed[row] = 1;
  });
  const counted = Int32Array.from(panel.account.keys()).filter(
    (r) => isSealed[r] === 1 && (panel.label[r] === POSITIVE || panel.label[r] === KEPT),
  );
  const { outcome, capacityPerAsOf } = seal.settings;
  const read = fromAlarmSide(outcome, { scores, bands: seal.bands });
  const options = { bands: read.bands, overlap: 1, capacityPerAsOf };
  const { figures } = evaluateWindow(panel, counted, read.scores, options);
  const countOf = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  const churned = countOf('churned');
  const gate = gateOf(churned - figures.unscoredChurners);
  return {
    knownThrough,
    sealed: states.length,
    churned,
    kept: countOf('kept'),
    tooLate: countOf('tooLate'),
    leftOut: countOf('leftOut'),
    addedLater,
    unscored: figures.unscoredRows,
    unscoredChurned: figures.unscoredChurners,
    gate,
    verdict: judge(gate, figures),
    auc: figures.auc,
    bands: isHopedFor(outcome) ? figures.bands.toReversed() : figures.bands,
    caught: figures.caught,
    alarmAccounts: figures.alarmAccounts,
    alarmChurned: figures.alarmPositives,
    capacity: figures.capacity,
  };
}

/** Whether the order of the sealed scores was better than chance (.5). */
function judge(
  gate: SealFigures['gate'],
  {
    auc,
    churners,
    unscoredChurners,
  }: { auc: SealFigures['auc']; churners: number; unscoredChurners: number },
): SealFigures['verdict'] {
  if (gate === 'tooFew') return 'tooFew';
  if (auc === null) return 'undefined';
  if (unscoredChurners > LARGEST_UNSCORED_SHARE * churners) return 'unscored';
  if (auc.low !== null && auc.low > 0.5) return 'better';
  if (auc.high !== null && auc.high < 0.5) return 'worse';
  return 'cannotTell';
}
