import { endOfMonth } from '../csv/calendar.ts';
import { assertNever } from '../ipc/assert-never.ts';
import { type LifeTable, NO_DAY } from '../measures/dataset.ts';
import type { DrillCell } from '../schemas/drill-down.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { type Move, visitMoves } from './band-moves.ts';
import { KEPT, OUTSIDE, PENDING, POSITIVE, TOO_LATE } from './build-panel.ts';
import { contactChances } from './capacity-figures.ts';
import { rowsOfWindow, type SnapshotWindow } from './choose-split.ts';
import type { LabInput } from './lab-input.ts';
import { decisionRows } from './window-figures.ts';
import { selectRows } from './window-rows.ts';

export type DrillWindow = 'design' | 'test' | 'all';

export interface DrillInput extends LabInput {
  readonly lives: Pick<LifeTable, 'endDay'>;
  readonly capacityPerAsOf: number;
}

/** Cells whose rows follow from the replay alone; notices have no row, and signs need every measure. */
export type RowCell = Exclude<DrillCell, { type: 'withoutSign' }>;
type CellOf<T extends DrillCell['type']> = Extract<DrillCell, { type: T }>;

const labelNames = {
  [KEPT]: 'kept',
  [POSITIVE]: 'positive',
  [TOO_LATE]: 'tooLate',
  [PENDING]: 'pending',
} as const;

/** What became of a panel row, in words. */
export function labelOf({ panel }: Pick<LabInput, 'panel'>, row: number) {
  return labelNames[panel.label[row] as keyof typeof labelNames];
}

/** Rows that count in a window, in panel order; `all` = design and test together, or every mature date without a split. */
export function rowsInWindow({ panel, windows }: LabInput, window: DrillWindow): Int32Array {
  const wanted: SnapshotWindow[] = window === 'all' ? ['design', 'test', 'all'] : [window, 'all'];
  return rowsOfWindow(panel, windows, wanted);
}

/**
 * The panel rows behind one number or mark of a back-test, each once, in no order: as many as the figure counts. Rows of
 * a single date, of months, of moves and of the landmark do not depend on the window. Ties at the edge of a capacity are
 * all listed, so there can be more rows than the capacity. Empty where nothing fits.
 */
export function drillRows(input: DrillInput, window: DrillWindow, cell: RowCell): number[] {
  switch (cell.type) {
    case 'snapshot':
    case 'snapshotBand':
    case 'leftOut':
      return rowsOfDates(input, cell);
    case 'landmark':
      return rowsAtLandmark(input, cell);
    case 'move':
      return rowsOfMove(input, cell);
    case 'month':
      return rowsOfMonth(input, cell);
    default:
      return rowsOfCell(input, rowsInWindow(input, window), cell);
  }
}

type WindowCell = Exclude<
  RowCell,
  CellOf<'snapshot' | 'snapshotBand' | 'leftOut' | 'landmark' | 'move' | 'month'>
>;

function rowsOfCell(input: DrillInput, rows: Int32Array, cell: WindowCell): number[] {
  const { panel, scores, bands } = input;
  const hasLabel = (r: number, label: 'positive' | 'kept' | 'both') =>
    label === 'both' || (panel.label[r] === POSITIVE) === (label === 'positive');
  const isScored = (r: number) => scores[r] !== NOT_SCORED;
  switch (cell.type) {
    case 'rows':
      return Array.from(rows).filter(
        (r) =>
          hasLabel(r, cell.label) && (cell.scored === 'any' || isScored(r) === (cell.scored === 'scored')),
      );
    case 'scores':
      return Array.from(rows).filter(
        (r) =>
          isScored(r) &&
          scores[r]! >= tenths(cell.from) &&
          scores[r]! < tenths(cell.below) &&
          hasLabel(r, cell.label),
      );
    case 'band': {
      const bandOf = bandOfScores(bands);
      return Array.from(rows).filter(
        (r) => isScored(r) && bands[bandOf[scores[r]!]!]?.id === cell.bandId && hasLabel(r, cell.label),
      );
    }
    case 'confusion':
      return Array.from(rows).filter((r) => isScored(r) && isInCell(input, r, cell));
    case 'churners':
      return decisionRows(panel, selectRows(panel, rows)).filter((r) => isChurnerWanted(scores[r]!, cell));
    case 'accounts':
      return lowestRows(input, rows, cell);
    case 'capacity':
      return rowsAtCapacity(input, rows, cell);
    case 'panelRows':
      return cell.rows.filter((r) => r < panel.account.length);
    case 'lives':
      return rowsOfLives(input, rows, cell);
    default:
      return assertNever(cell);
  }
}

function isInCell({ panel, scores }: LabInput, r: number, { threshold, cell }: CellOf<'confusion'>): boolean {
  const isAlarm = scores[r]! < tenths(threshold);
  const isPositive = panel.label[r] === POSITIVE;
  if (cell === 'alarm') return isAlarm;
  if (isPositive) return cell === (isAlarm ? 'caught' : 'missed');
  return cell === (isAlarm ? 'falseAlarm' : 'healthy');
}

function isChurnerWanted(score: number, { threshold, which }: CellOf<'churners'>): boolean {
  const isScored = score !== NOT_SCORED;
  const isAlarm = isScored && threshold !== null && score < tenths(threshold);
  switch (which) {
    case 'all':
      return true;
    case 'unscored':
      return !isScored;
    case 'caught':
      return isAlarm;
    case 'missed':
      return !isAlarm;
    default:
      return assertNever(which);
  }
}

/** The lowest scored row of each account ever below the threshold; kept = no outcome in sight of any row. */
function lowestRows(
  { panel, scores }: LabInput,
  rows: Int32Array,
  { threshold, which }: CellOf<'accounts'>,
): number[] {
  const lowest = new Map<number, number>();
  const ended = new Set<number>();
  for (const r of rows) {
    if (scores[r] === NOT_SCORED) continue;
    const account = panel.account[r]!;
    const before = lowest.get(account);
    if (before === undefined || scores[r]! < scores[before]!) lowest.set(account, r);
    if (panel.label[r] === POSITIVE || panel.outcomeDay[r] !== NO_DAY) ended.add(account);
  }
  return [...lowest]
    .filter(
      ([account, r]) => scores[r]! < tenths(threshold) && (which === 'contacted' || !ended.has(account)),
    )
    .map(([, r]) => r);
}

function rowsAtCapacity(input: DrillInput, rows: Int32Array, { which }: CellOf<'capacity'>): number[] {
  const { panel, scores, capacityPerAsOf } = input;
  const dates = panel.asOfDays.length;
  const counts = new Int32Array(dates * 1001);
  const placeOf = (r: number) => panel.snapshot[r]! * 1001 + scores[r]!;
  for (const r of rows) if (scores[r] !== NOT_SCORED) counts[placeOf(r)]!++;
  const chance = contactChances(counts, dates, capacityPerAsOf);
  const isCalled = (r: number) => scores[r] !== NOT_SCORED && chance[placeOf(r)]! > 0;
  if (which === 'caught') return decisionRows(panel, selectRows(panel, rows)).filter(isCalled);
  return Array.from(rows).filter(
    (r) => isCalled(r) && (which === 'contacted' || panel.label[r] === POSITIVE),
  );
}

/** The decision row of each life, else its latest row of the window, else its latest row at all. */
function rowsOfLives({ panel }: LabInput, rows: Int32Array, { lives }: CellOf<'lives'>): number[] {
  const wanted = new Set(lives);
  const found = new Map<number, number>();
  for (let r = 0; r < panel.life.length; r++) if (wanted.has(panel.life[r]!)) found.set(panel.life[r]!, r);
  const latest = new Map<number, number>();
  for (const r of rows) {
    const life = panel.life[r]!;
    if (!wanted.has(life)) continue;
    const before = latest.get(life);
    const isDecided = before !== undefined && panel.label[before] === POSITIVE && panel.label[r] !== POSITIVE;
    if (!isDecided) latest.set(life, r);
  }
  for (const [life, r] of latest) found.set(life, r);
  return [...found.values()];
}

function rowsOfMonth(input: LabInput, { month, which }: CellOf<'month'>): number[] {
  const { panel, scores, bands, windows } = input;
  const mature = rowsOfWindow(panel, windows, ['design', 'purge', 'test', 'all']);
  const rows = mature.filter((r) => endOfMonth(panel.asOf[r]!) === month);
  const bandOf = bandOfScores(bands);
  const isAlarm = (r: number) => scores[r] !== NOT_SCORED && bands[bandOf[scores[r]!]!]!.alarm;
  switch (which) {
    case 'churners':
    case 'caught': {
      const decisions = decisionRows(panel, selectRows(panel, rows));
      return which === 'churners' ? decisions : decisions.filter(isAlarm);
    }
    case 'scored':
      return Array.from(rows).filter((r) => scores[r] !== NOT_SCORED);
    case 'positive':
      return Array.from(rows).filter((r) => scores[r] !== NOT_SCORED && panel.label[r] === POSITIVE);
    case 'alarm':
      return Array.from(rows).filter(isAlarm);
    case 'alarmPositive':
      return Array.from(rows).filter((r) => isAlarm(r) && panel.label[r] === POSITIVE);
    default:
      return assertNever(which);
  }
}

/** The row before the move; of an account that is new, the row after it. */
function rowsOfMove({ panel, scores, bands }: LabInput, { fromDay, from, to }: CellOf<'move'>): number[] {
  const step = fromDay === null ? null : panel.asOfDays.indexOf(fromDay);
  const found = new Set<number>();
  const isWanted = (move: Move) =>
    (step === null || move.step === step) &&
    (from === null || move.from === from) &&
    (to === null || move.to === to);
  visitMoves({ panel, scores, bands }, (row, move) => {
    if (isWanted(move)) found.add(row);
  });
  return [...found];
}

function rowsAtLandmark(input: DrillInput, { asOf, bandId, which, time }: CellOf<'landmark'>): number[] {
  const { panel, scores, bands, settings, lives } = input;
  const bandOf = bandOfScores(bands);
  const seenUntil = (r: number) =>
    panel.outcomeDay[r] === NO_DAY
      ? Math.min(settings.knownThrough, lives.endDay[panel.life[r]!]!)
      : panel.outcomeDay[r]!;
  return rowsAt(input, asOf).filter((r) => {
    const isScored = scores[r] !== NOT_SCORED;
    if (which === 'unscored') return !isScored;
    if (!isScored || (bandId !== null && bands[bandOf[scores[r]!]!]?.id !== bandId)) return false;
    if (which === 'all') return true;
    if (which === 'atRisk') return seenUntil(r) - asOf >= time;
    return panel.outcomeDay[r] !== NO_DAY && panel.outcomeDay[r]! - asOf <= time;
  });
}

/** A kept row whose account churned within the horizon, where another outcome is looked for. */
function hasChurnedInstead({ panel, settings }: LabInput, r: number): boolean {
  const { gapDays, horizonDays } = settings;
  return (
    panel.label[r] === KEPT && panel.events.stopDay[panel.life[r]!]! <= panel.asOf[r]! + gapDays + horizonDays
  );
}

function rowsOfDates(input: LabInput, cell: CellOf<'snapshot' | 'snapshotBand' | 'leftOut'>): number[] {
  const { panel, scores, bands, windows } = input;
  switch (cell.type) {
    case 'snapshot':
      return rowsAt(input, cell.asOf).filter(
        (r) =>
          cell.which === 'eligible' ||
          cell.which === labelOf(input, r) ||
          (cell.which === 'churnedInstead' && hasChurnedInstead(input, r)) ||
          (cell.which === 'unscored' && scores[r] === NOT_SCORED),
      );
    case 'snapshotBand': {
      const bandOf = bandOfScores(bands);
      return rowsAt(input, cell.asOf).filter(
        (r) => scores[r] !== NOT_SCORED && bands[bandOf[scores[r]!]!]?.id === cell.bandId,
      );
    }
    case 'leftOut':
      return Array.from(panel.account.keys()).filter((r) => {
        if (panel.label[r] === OUTSIDE) return false;
        if (cell.which === 'unscored') return scores[r] === NOT_SCORED;
        const counts = panel.label[r] === KEPT || panel.label[r] === POSITIVE;
        if (cell.which === 'purge') return counts && windows[panel.snapshot[r]!] === 'purge';
        return cell.which === labelOf(input, r);
      });
    default:
      return assertNever(cell);
  }
}

function rowsAt({ panel }: LabInput, asOf: number): number[] {
  const snapshot = panel.asOfDays.indexOf(asOf);
  return Array.from(panel.account.keys()).filter(
    (r) => panel.snapshot[r] === snapshot && panel.label[r] !== OUTSIDE,
  );
}

function tenths(points: number): number {
  return Math.round(points * 10);
}
