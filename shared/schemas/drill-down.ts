import { z } from 'zod';
import { day } from './backtest-settings.ts';

const id = z.string().min(1).max(100);
const threshold = z.number().min(0).max(100.1);
/** Position in the states of the band moves. */
const state = z.int().min(0).max(200);

/** Which rows of a back-test stand behind a number or a mark: what every figure of the screen opens. */
export const drillDown = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('band'), bandId: id, label: z.enum(['positive', 'kept', 'both']) }),
  /** Rows that count: all, or those with or without a score. */
  z.strictObject({
    type: z.literal('rows'),
    label: z.enum(['positive', 'kept', 'both']),
    scored: z.enum(['any', 'scored', 'unscored']),
  }),
  /** Rows by a threshold on the score: alarm = score below it. */
  z.strictObject({
    type: z.literal('confusion'),
    threshold,
    cell: z.enum(['caught', 'falseAlarm', 'missed', 'healthy', 'alarm']),
  }),
  z.strictObject({
    type: z.literal('churners'),
    threshold: threshold.nullable(),
    which: z.enum(['all', 'caught', 'missed', 'unscored']),
  }),
  /** Accounts with a score below the threshold at least once, each by its row of lowest score. */
  z.strictObject({
    type: z.literal('accounts'),
    threshold,
    which: z.enum(['contacted', 'keptEverRed']),
  }),
  /** Scored rows from one score up to, without it, another: a bar of the distribution. */
  z.strictObject({
    type: z.literal('scores'),
    from: threshold,
    below: threshold,
    label: z.enum(['positive', 'kept', 'both']),
  }),
  z.strictObject({
    type: z.literal('snapshot'),
    asOf: day,
    which: z.enum([
      'eligible',
      'positive',
      'kept',
      'churnedInstead',
      'tooLate',
      'pending',
      'unscored',
      'notice',
    ]),
  }),
  /** Accounts of one date in one band, whatever became of them. */
  z.strictObject({ type: z.literal('snapshotBand'), asOf: day, bandId: id }),
  /** Rows left out of the count over all dates, and those that count without a score. */
  z.strictObject({
    type: z.literal('leftOut'),
    which: z.enum(['tooLate', 'notice', 'pending', 'purge', 'unscored']),
  }),
  /** The k lowest scores of each date, all that tie at the edge; of them the churned, and each churner's decision row. */
  z.strictObject({ type: z.literal('capacity'), which: z.enum(['contacted', 'hits', 'caught']) }),
  /** One calendar month (its last day) over all mature dates. */
  z.strictObject({
    type: z.literal('month'),
    month: day,
    which: z.enum(['scored', 'positive', 'alarm', 'alarmPositive', 'churners', 'caught']),
  }),
  /** Accounts that moved between two states: of one step (its first date) or of all; null = from or to anywhere. */
  z.strictObject({
    type: z.literal('move'),
    fromDay: day.nullable(),
    from: state.nullable(),
    to: state.nullable(),
  }),
  /** Accounts of the survival curves: the band at the landmark; churned by then, or still watched after so many days. */
  z.strictObject({
    type: z.literal('landmark'),
    asOf: day,
    bandId: id.nullable(),
    which: z.enum(['all', 'events', 'atRisk', 'unscored']),
    time: z.int().min(0).max(73050),
  }),
  /** Rows without a bad measure among all of the workspace: churners at their decision date, or kept rows. */
  z.strictObject({ type: z.literal('withoutSign'), which: z.enum(['churned', 'kept']) }),
  /** Rows of the run's panel that a figure of the lab names. */
  z.strictObject({ type: z.literal('panelRows'), rows: z.array(z.int().min(0)).max(20_000) }),
  /** Lives that a figure of the lab names, each by its decision row, else its latest row of the window. */
  z.strictObject({ type: z.literal('lives'), lives: z.array(z.int().min(0)).max(5000) }),
]);

export type DrillCell = z.infer<typeof drillDown>;

const count = z.int().min(0);

/** The accounts behind one mark, seen in every other chart: counts of their rows, a zero left out. */
export const linkedSchema = z.strictObject({
  accounts: count,
  rows: count,
  /** Churned and kept rows of the window by score in tenths. */
  scores: z.array(z.strictObject({ score: z.int().min(0).max(1000), positives: count, kept: count })),
  /** In the order of the scorecard's bands. */
  bands: z.array(z.strictObject({ positives: count, kept: count })),
  /** Scored accounts among them on the latest as-of date, in the order of the bands. */
  latestBands: z.array(count),
  /** Rows of each as-of date, whatever their label. */
  snapshots: z.array(z.strictObject({ asOf: day, rows: count })),
  /** Over all steps together, as in the band moves. */
  moves: z.array(z.strictObject({ from: state, to: state, accounts: count })),
  /** Days from the landmark to each outcome among them, by band. */
  events: z.array(z.strictObject({ bandId: z.string(), times: z.array(count) })),
  /** Lives with an outcome, as the leads and the autopsy name them. */
  lives: z.array(count).max(5000),
});

export type Linked = z.infer<typeof linkedSchema>;
