import { type AccountDays, NO_DAY, upperBound } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { InterventionFigures } from '../schemas/lab-figures.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { NOT_SCORED } from '../scoring/live-scorer.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import { horizonOverlap } from './band-figures.ts';
import type { Panel } from './build-panel.ts';
import { judgedRows, type LabInput, rateOf } from './lab-input.ts';
import { aucOfDateCounts } from './score-counts.ts';
import { decisionRows, toEstimate } from './window-figures.ts';
import { selectRows, selectScored, type WindowRows } from './window-rows.ts';

type ScoredRows = ReturnType<typeof selectScored>;
const SCORES = 1001;

/**
 * 1 where a panel row was treated: a contact lies in (t, min(t + gap + horizon, outcome − 1)].
 */
export function findTreated(
  panel: Panel,
  contacts: AccountDays,
  { gapDays, horizonDays }: Pick<BacktestSettings, 'gapDays' | 'horizonDays'>,
): Uint8Array {
  return Uint8Array.from(panel.account, (account, r) => {
    const t = panel.asOf[r]!;
    const outcome = panel.outcomeDay[r]!;
    const until = Math.min(t + gapDays + horizonDays, outcome === NO_DAY ? NO_DAY : outcome - 1);
    const from = contacts.offsets[account] ?? 0;
    const to = contacts.offsets[account + 1] ?? from;
    const next = upperBound(contacts.day, t, from, to);
    return Number(next < to && contacts.day[next]! <= until);
  });
}

/**
 * What contacts may have changed: figures of all rows, of the untreated ones (selected, so compare with care), and bounds
 * if any of the treated kept rows would have churned without the contact. Rows are scored rows of the judged window; in
 * the bounds catch counts rows: hit rate P_red/red … (P_red + TK_red)/red, catch P_red/(P + TK_notred) …
 * (P_red + TK_red)/(P + TK_red), AUC the least and most over relabelling the treated kept rows on one side of a score.
 */
export function computeInterventions(
  input: LabInput & { readonly daysBetween: number },
  contacts: AccountDays,
): InterventionFigures {
  const { panel, scores, bands, settings } = input;
  const bandOf = bandOfScores(bands);
  const isAlarm = (score: number) => score !== NOT_SCORED && bands[bandOf[score]!]!.alarm;
  const isTreated = findTreated(panel, contacts, settings);
  const rows = judgedRows(input);
  const scored = selectScored(rows, scores);
  const decisions = decisionRows(panel, rows);
  const count = (wanted: (i: number) => boolean) => {
    let found = 0;
    for (let i = 0; i < scored.row.length; i++) if (wanted(i)) found++;
    return found;
  };
  const treated = (i: number) => isTreated[scored.row[i]!] === 1;
  const positive = (i: number) => scored.positive[i] === 1;
  const red = (i: number) => isAlarm(scored.bucket[i]!);
  const counts = {
    positives: count(positive),
    positivesRed: count((i) => positive(i) && red(i)),
    red: count(red),
    treatedKeptRed: count((i) => treated(i) && !positive(i) && red(i)),
    treatedKeptCalm: count((i) => treated(i) && !positive(i) && !red(i)),
  };
  const treatedRows = scored.row.filter((r) => isTreated[r] === 1);
  const untreated = selectRows(
    panel,
    rows.row.filter((r) => isTreated[r] === 0),
  );
  return {
    reason: scored.row.length === 0 ? 'noRows' : treatedRows.length === 0 ? 'noContacts' : null,
    all: describeSide(input, rows, decisions, isAlarm),
    untreated: describeSide(
      input,
      untreated,
      decisions.filter((r) => isTreated[r] === 0),
      isAlarm,
    ),
    treated: {
      rows: treatedRows.length,
      accounts: new Set(treatedRows.map((r) => panel.account[r]!)).size,
      keptInAlarm: counts.treatedKeptRed,
      keptNotInAlarm: counts.treatedKeptCalm,
      positives: count((i) => treated(i) && positive(i)),
    },
    bounds: { ...rateBounds(counts), auc: aucBounds(scored, isTreated) },
  };
}

/** `decisions`: the decision rows that belong to this side, as panel rows. */
function describeSide(
  { scores, settings, daysBetween }: LabInput & { readonly daysBetween: number },
  rows: WindowRows,
  decisions: readonly number[],
  isAlarm: (score: number) => boolean,
): InterventionFigures['all'] {
  const scored = selectScored(rows, scores);
  const auc = sameDateAuc(scored);
  let alarmRows = 0;
  let alarmPositives = 0;
  for (let i = 0; i < scored.row.length; i++) {
    if (!isAlarm(scored.bucket[i]!)) continue;
    alarmRows++;
    alarmPositives += scored.positive[i]!;
  }
  return {
    rows: scored.row.length,
    accounts: auc.accounts,
    positives: auc.positives,
    churners: decisions.length,
    alarmRows,
    alarmPositives,
    auc: toEstimate(auc),
    hitRate: rateOf(alarmPositives, alarmRows, horizonOverlap(settings.horizonDays, daysBetween)),
    catchRate: rateOf(decisions.filter((r) => isAlarm(scores[r]!)).length, decisions.length),
  };
}

function rateBounds(counts: {
  readonly positives: number;
  readonly positivesRed: number;
  readonly red: number;
  readonly treatedKeptRed: number;
  readonly treatedKeptCalm: number;
}) {
  const { positives, positivesRed, red, treatedKeptRed, treatedKeptCalm } = counts;
  const best = positivesRed + treatedKeptRed;
  return {
    hitRate: red === 0 ? null : { low: positivesRed / red, high: best / red },
    catchRate:
      positives + treatedKeptCalm === 0 || positives + treatedKeptRed === 0
        ? null
        : { low: positivesRed / (positives + treatedKeptCalm), high: best / (positives + treatedKeptRed) },
  };
}

/** Relabels treated kept rows as positive, from the lowest score up (best for the score) and from the highest down. */
function aucBounds(scored: ScoredRows, isTreated: Uint8Array): { low: number; high: number } | null {
  const size = scored.snapshotCount * SCORES;
  const positives = new Int32Array(size);
  const kept = new Int32Array(size);
  const movable = new Int32Array(size);
  for (let i = 0; i < scored.row.length; i++) {
    const cell = scored.snapshot[i]! * SCORES + scored.bucket[i]!;
    if (scored.positive[i] === 1) positives[cell]!++;
    else kept[cell]!++;
    if (scored.positive[i] === 0 && isTreated[scored.row[i]!] === 1) movable[cell]!++;
  }
  const reached: number[] = [];
  const note = (p: Int32Array, n: Int32Array) => {
    const auc = aucOfDateCounts(p, n, SCORES);
    if (auc !== null) reached.push(auc);
  };
  note(positives, kept);
  const scores = Array.from({ length: SCORES }, (_, score) => score);
  for (const order of [scores, [...scores].reverse()]) {
    const p = positives.slice();
    const n = kept.slice();
    for (const score of order) {
      let moved = false;
      for (let cell = score; cell < size; cell += SCORES) {
        if (movable[cell] === 0) continue;
        p[cell]! += movable[cell]!;
        n[cell]! -= movable[cell]!;
        moved = true;
      }
      if (moved) note(p, n);
    }
  }
  return reached.length === 0 ? null : { low: Math.min(...reached), high: Math.max(...reached) };
}
