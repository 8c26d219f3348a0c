import { type DesignComparison, MOST_NAMED } from '../schemas/lab-figures.ts';
import type { Band } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { pairedAucDifference } from '../statistics/paired-auc-difference.ts';
import { sameDateAucOf } from '../statistics/same-date-auc.ts';
import { jackknifeComponents } from '../statistics/same-date-pairs.ts';
import { POSITIVE } from './build-panel.ts';
import { judgedRows, type LabInput } from './lab-input.ts';
import { decisionRows, toEstimate } from './window-figures.ts';
import { selectRows, selectScored, type WindowRows } from './window-rows.ts';

/** More lives than this are counted, not named. */
const MOST_LIVES = 5000;

/** Scores of one design by panel row, with its own bands. */
export interface ComparedDesign {
  /** Tenths, NOT_SCORED where none. */
  readonly scores: Int16Array;
  readonly bands: readonly Band[];
}

/**
 * Design A against design B in the judged window, on the rows that both score: AUCs and their paired difference with its
 * by-account interval (null below three churned accounts); which churners each catches at its own alarm (unscored =
 * missed). Alarm rows are counted over the shared rows. A design that ranks every shared row as the other does is said
 * so: its difference is 0 by construction, not by evidence.
 */
export function compareDesigns(
  input: Pick<LabInput, 'panel' | 'windows'>,
  a: ComparedDesign,
  b: ComparedDesign,
): DesignComparison {
  const { panel } = input;
  const rows = judgedRows(input);
  const shared = selectRows(
    panel,
    rows.row.filter((r) => a.scores[r] !== NOT_SCORED && b.scores[r] !== NOT_SCORED),
  );
  const scoredA = selectScored(shared, a.scores);
  const scoredB = selectScored(shared, b.scores);
  const componentsA = jackknifeComponents(shared, scoredA.bucket);
  const componentsB = jackknifeComponents(shared, scoredB.bucket);
  const paired = pairedAucDifference(componentsA, componentsB);
  const decisions = decisionRows(panel, rows);
  const side = (design: ComparedDesign, components: typeof componentsA): DesignComparison['a'] => {
    const unscored = rows.row.filter((r) => design.scores[r] === NOT_SCORED);
    const caught = decisions.filter(makeAlarm(design));
    const alarm = shared.row.filter(makeAlarm(design));
    const positives = alarm.filter((r) => panel.label[r] === POSITIVE);
    return {
      auc: toEstimate(sameDateAucOf(components)),
      unscoredRows: unscored.length,
      caught: caught.length,
      alarmRows: alarm.length,
      alarmPositives: positives.length,
      named: {
        caught: nameRows(caught),
        alarm: nameRows(alarm),
        positives: nameRows(positives),
        unscored: nameRows(unscored),
      },
    };
  };
  return {
    reason: reasonOf(shared, componentsA.positives, componentsA.ranks && componentsB.ranks),
    rows: shared.row.length,
    accounts: componentsA.accounts,
    churners: decisions.length,
    churnedAccounts: componentsA.churnedAccounts,
    a: side(a, componentsA),
    b: side(b, componentsB),
    difference:
      paired === null
        ? null
        : {
            value: paired.difference,
            low: paired.interval?.low ?? null,
            high: paired.interval?.high ?? null,
          },
    standardError: paired?.standardError ?? null,
    sameRanking: shared.row.length > 0 && ranksAlike(shared, scoredA.bucket, scoredB.bucket),
    sharedRows: nameRows(shared.row),
    ...whoCaught(panel, decisions, a, b),
  };
}

function reasonOf(shared: WindowRows, positives: number, ranks: boolean): DesignComparison['reason'] {
  if (shared.row.length === 0) return 'noRows';
  if (positives === 0 || positives === shared.row.length) return 'oneClass';
  return ranks ? null : 'constantScore';
}

/** True for a panel row that a design scores into one of its alarm bands. */
function makeAlarm({ scores, bands }: ComparedDesign): (row: number) => boolean {
  const bandOf = bandOfScores(bands);
  return (row) => scores[row] !== NOT_SCORED && bands[bandOf[scores[row]!]!]!.alarm;
}

function nameRows(rows: ArrayLike<number>): number[] | null {
  return rows.length > MOST_NAMED ? null : Array.from(rows);
}

/** Which churners each design catches: how many, and the lives behind the numbers. */
function whoCaught(
  panel: LabInput['panel'],
  decisions: readonly number[],
  a: ComparedDesign,
  b: ComparedDesign,
): Pick<DesignComparison, 'caughtBy' | 'caughtLives'> {
  const lives = {
    both: [] as number[],
    onlyA: [] as number[],
    onlyB: [] as number[],
    neither: [] as number[],
  };
  const [alarmA, alarmB] = [makeAlarm(a), makeAlarm(b)];
  for (const row of decisions) {
    const [byA, byB] = [alarmA(row), alarmB(row)];
    const side = byA ? (byB ? 'both' : 'onlyA') : byB ? 'onlyB' : 'neither';
    lives[side].push(panel.life[row]!);
  }
  const { both, onlyA, onlyB, neither } = lives;
  return {
    caughtBy: { both: both.length, onlyA: onlyA.length, onlyB: onlyB.length, neither: neither.length },
    caughtLives: {
      both: both.slice(0, MOST_LIVES),
      onlyA: onlyA.slice(0, MOST_LIVES),
      onlyB: onlyB.slice(0, MOST_LIVES),
      neither: neither.slice(0, MOST_LIVES),
    },
  };
}

/** True when both scores put the rows of every date into the same order, ties included. */
function ranksAlike({ snapshot }: WindowRows, first: Uint16Array, second: Uint16Array): boolean {
  const order = Int32Array.from(snapshot.keys()).sort(
    (x, y) => snapshot[x]! - snapshot[y]! || first[x]! - first[y]! || second[x]! - second[y]!,
  );
  for (let i = 1; i < order.length; i++) {
    const [before, after] = [order[i - 1]!, order[i]!];
    if (snapshot[before] !== snapshot[after]) continue;
    const step = second[after]! - second[before]!;
    if (first[before] === first[after] ? step !== 0 : step <= 0) return false;
  }
  return true;
}
