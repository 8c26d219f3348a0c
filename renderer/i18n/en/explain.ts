import type { SameKeys } from '../catalogue.ts';
import type { jaExplain } from '../ja/explain.ts';

/** Each statistic in one plain sentence: shown when its name is under the pointer or has the focus. */
export const enExplain: SameKeys<typeof jaExplain> = {
  n: 'How many cases stand behind this number; the fewer, the more of it is chance.',
  interval:
    'The range that would hold the true value in 19 of 20 repetitions; the wider, the less is known yet.',
  auc: 'The chance that of one churned and one kept account the churned one has the lower score: 0.5 is chance, 1 is perfect.',
  allPairsAuc:
    'AUC over rows of different as-of dates too; seasons and growth leak into it, so the verdict never uses it.',
  aucDifference:
    'The difference of two AUCs on the same rows; while its interval holds 0 it can not be told from chance.',
  gini: '2 × AUC − 1: the same as the AUC on a scale where 0 is chance and 1 is perfect.',
  ks: 'The widest distance between the cumulative distributions of churned and kept: 0 is no separation, 1 is full separation.',
  averagePrecision:
    'The hit rate of calling from the lowest score up, averaged over each step in the catch; chance gives the share of churned rows.',
  verdict:
    'The conclusion of this back-test, drawn from the AUC difference to the baselines and its interval.',
  opened:
    'How often designs were adjusted after looking at this test window; the more, the more the result fits chance.',
  churners: 'Contracts that churned in the window; this number decides what can be claimed.',
  rows: 'As-of dates × accounts: an account has one row for each as-of date.',
  accounts:
    'Distinct accounts; as an account can change its band between dates, the bands add up to more than all accounts.',
  unscored: 'Cases with too little data for a score; they never count as healthy.',
  optimistic: 'Figures of the dates the score was drawn on; on new dates they are usually lower.',
  threshold: 'Accounts with a score below this are in alarm.',
  caught: 'Rows in alarm that did churn.',
  falseAlarm: 'Rows in alarm that were kept.',
  missed: 'Rows not in alarm that churned.',
  healthy: 'Rows not in alarm that were kept.',
  catchRate:
    'Share of churned accounts in alarm on their decision date, the last as-of date still in time; without a score they count as missed.',
  hitRate: 'Share of the rows in alarm that churned.',
  everRed: 'Share of kept accounts that were in alarm at least once; read the catch rate beside it.',
  contacted: 'Distinct accounts that were in alarm at least once.',
  capacity:
    'What calling the lowest scores of each as-of date, as many as the team can contact, would find; ties count by their average.',
  cost: 'Missed churn and calls, each times its cost, added up; it assumes that a call prevents the churn.',
  thresholdByCapacity:
    'The highest score with no more accounts below it than the team can contact, on average over the last three design dates.',
  thresholdByCost: 'The score at which misses and calls of the design window cost least together.',
  thresholdStability:
    'Where 95 % of the thresholds fall when the accounts are drawn anew 200 times; the wider, the more the choice is chance.',
  roc: 'Across: share of kept rows in alarm; up: share of churned rows in alarm; dashed is chance, and towards the top left is better.',
  precisionRecall:
    'Across: share of churned rows found; up: share of calls that churned; the top right is best and dashed is chance.',
  gains:
    'Across: share called; up: share of churned rows found; the further above the dashed line of chance the better.',
  lift: 'How many times as much churn as calling at random would find; 1 is chance.',
  topShare: 'Calling this share of all rows, from the lowest score up.',
  calledRows: 'Rows called.',
  foundRows:
    'Rows called that churned; ties at the edge count by their average, so the count may be “about”.',
  tied: 'Rows with equal scores at the edge; the more, the more the cut is chance.',
  distribution: 'Share of rows by score: churned upwards, kept downwards, each adding up to 100 %.',
  churnRate: 'Churned rows ÷ rows; the interval (Wilson) counts overlapping horizons as fewer rows.',
  bandShare: 'Share of the scored rows that are in this band.',
  monotone: 'Whether healthier bands churn less, in order.',
  calibration:
    "Each band's churn rate of the design window as a prediction, against the test window; the closer, the more a rate can be taken at its word.",
  predictedRate: "The band's churn rate in the design window, smoothed to follow the order of the bands.",
  observedExpected: 'Observed ÷ predicted churn; above 1 more churned than predicted.',
  brier: 'Mean squared distance between the predicted rate and what happened (0 or 1); smaller is better.',
  brierSkill:
    'How much better the Brier score is than always saying the average rate; 0 or less is of no use.',
  survival:
    'Accounts split by their band on one as-of date, and the share still there on each later day (Kaplan–Meier).',
  survivalInterval:
    "95 % interval of the share: log is R's default; log-log never leaves 0–100 % near the ends.",
  atRisk: 'Accounts still watched on that day; where few are left the line says next to nothing.',
  logRank: 'Tests how likely a difference this large (p) is by chance if all bands stayed alike.',
  detectionLead:
    'Days from the start of the last red run that lasted unbroken until churn (or notice) to that day.',
  leadMedian: 'Half of the churned accounts were red for at least this long; none counts as shortest.',
  leadInTime: 'Share of churned accounts whose last red run was longer than the gap.',
  leadKept:
    'Share of kept accounts that had been red for longer than the gap on the last date; high means false alarms.',
  stability: 'The same figure for each calendar month; a wide interval is a month with little churn.',
  snapshotAuc: "AUC of a single as-of date; its interval is DeLong's.",
  alarmShare: 'Share of the scored rows that were in alarm.',
  moves: 'Accounts that went from a band on one as-of date to a band on the next.',
  drift:
    'How far the shares of the bands moved from the design window to the latest date (PSI); beyond chance it is time for a review.',
  missCause:
    'Each account has exactly one cause, the first from the top that holds, so the counts add up to all churned.',
  blindSpot:
    'Share of churned accounts with no bad measure at all; read it beside the same share of kept accounts.',
  keptWithoutSign: 'Share of kept rows with no bad measure: the yardstick for the blind spot.',
  badMeasure:
    'A measure that, seen in its healthy direction, was among the lowest of all accounts of that date.',
  decisionDate:
    'The last as-of date on which acting was still in time; its state decides between caught and missed.',
  fallenMeasures:
    'The two measures that took most from the score between its best week of the last 12 months and its last week (points × weight).',
  baseline: 'A plain rule that anybody can use today; a score is worth having only if it beats it.',
  eligible: 'Accounts under contract on that day, past the minimum tenure, with no known notice.',
  tooLate: 'Rows that churned within the gap and are left out.',
  churnedInstead: 'Of the kept rows, those that churned within the horizon without the outcome looked for.',
  notice: 'Accounts that had given notice by that day and are left out.',
  pending: 'Rows whose horizon is not over yet; they never count as kept.',
  purge: 'Rows of the as-of dates left free between the design and the test window.',
  kept: 'Rows that had not churned by the end of the horizon.',
  positives: 'Rows that churned after the gap and within the horizon.',
  amountCatch: 'The catch rate counted in money instead of accounts.',
  effectiveN: 'How many accounts of equal amount the uneven amounts are worth.',
  resampled: '95 % interval from drawing the accounts anew 1,000 times.',
  score:
    'The weighted mean of the measures’ points (0–100), after any cap or override: the higher, the healthier.',
  coverage:
    'The share of the scorecard’s weight that had a value on this date; below its minimum there is no score.',
  missingShare:
    'Share without a value, which is not 0; where churned and kept differ, being missing is itself a sign.',
  noiseFloor:
    'What chance alone reaches in 1 of 20 cases when outcomes are shuffled 200 times; below it a value says nothing.',
  informationValue:
    'How well this measure alone separates churned from kept (IV); with little churn it is large by chance.',
};
