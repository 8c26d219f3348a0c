import { z } from 'zod';
import { backtestSettingsSchema, day } from './backtest-settings.ts';
import { bandFigureSchema, estimateSchema, windowFiguresSchema } from './figures.ts';
import { measureSchema } from './measure.ts';
import { accountName, id, versionHead } from './messages.ts';
import { bandSchema, scorecardSchema } from './scorecard.ts';
import { bandMove } from './scorecard-answers.ts';

const count = z.int().min(0);
/** An instant as ISO text. */
const at = z.string();
const named = accountName.omit({ index: true });

/** What a sealed prediction is about: a back-test's settings without dates, for the one date of the seal. */
export const sealSettingsSchema = backtestSettingsSchema.omit({
  schedule: true,
  knownThrough: true,
  testFrom: true,
  incumbent: true,
});

/** Everything that a seal says beside its scores; kept as one text, which its fingerprint covers byte by byte. */
export const sealBodySchema = z.strictObject({
  version: z.strictObject({ number: z.int(), name: z.string(), designHash: z.string() }),
  asOf: day,
  sealedAt: at,
  /** Outcomes were known up to this day when it was sealed. */
  knownThrough: day,
  /** Days of the horizon that outcomes were known for, and that the clock had passed, when it was sealed. */
  knownDays: count,
  passedDays: count,
  /** Accounts with an outcome of the horizon or the gap already recorded when it was sealed, usable or not. */
  outcomesRecorded: count,
  settings: sealSettingsSchema,
  note: z.string(),
  scorecard: scorecardSchema,
  measures: z.array(measureSchema),
});

/** What a seal came to, from its own scores and the outcomes known now. */
export const sealFiguresSchema = z.strictObject({
  knownThrough: day,
  sealed: count,
  /** The sealed accounts, each in one of these: churned in the horizon, kept, churned in the gap, no longer in the
   * population of the date (an end or a notice told later). */
  churned: count,
  kept: count,
  tooLate: count,
  leftOut: count,
  /** In the population of the date by what is known now, but not sealed. */
  addedLater: count,
  unscored: count,
  unscoredChurned: count,
  gate: z.enum(['tooFew', 'directional', 'full']),
  verdict: z.enum(['tooFew', 'undefined', 'unscored', 'better', 'worse', 'cannotTell']),
  auc: estimateSchema.nullable(),
  bands: z.array(bandFigureSchema),
  caught: count,
  alarmAccounts: count,
  alarmChurned: count,
  capacity: windowFiguresSchema.shape.capacity,
});

/** What the newest back-test of the very design said beforehand. */
export const promisedSchema = z.strictObject({
  runId: id,
  ranAt: at,
  window: z.enum(['test', 'design']),
  auc: estimateSchema.nullable(),
  churners: count,
  caught: count,
  gapDays: z.int(),
  horizonDays: z.int(),
  outcome: backtestSettingsSchema.shape.outcome,
});

/** A seal in a list. Of its outcome nothing is said before it has been graded. */
export const sealHeadSchema = sealBodySchema.omit({ scorecard: true, measures: true }).extend({
  id,
  sha256: z.string(),
  accounts: count,
  scored: count,
  /** From this known-through on it can be graded. */
  gradableOn: day,
  /** `ready` = all outcomes of its horizon are known, nobody has graded it. */
  state: z.enum(['waiting', 'ready', 'graded']),
  grade: z.strictObject({ gradedAt: at, figures: sealFiguresSchema }).nullable(),
});

/** Which accounts of a seal: behind each number of its figures. All but `sealed` and `band` wait for the grade. */
export const sealCellSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum([
      ...(['sealed', 'unscored', 'churned', 'kept', 'tooLate', 'leftOut', 'addedLater'] as const),
      ...(['caught', 'alarm', 'unscoredChurned', 'missed'] as const),
    ]),
  }),
  z.strictObject({ type: z.literal('band'), bandId: z.string().max(64), churnedOnly: z.boolean() }),
]);

export const sealRowSchema = named.extend({
  score: z.number().nullable(),
  bandId: z.string().nullable(),
  /** Null before the seal has been graded. */
  state: z.enum(['churned', 'kept', 'tooLate', 'leftOut', 'addedLater']).nullable(),
  outcomeDay: day.nullable(),
});

/** A version that is not changed until a day, and when it will be looked at again. */
export const freezeSchema = z.strictObject({
  id,
  version: z.int(),
  frozenAt: at,
  from: day,
  until: day,
  reviewOn: day,
  note: z.string(),
  /** Ended before its day, and why. */
  ended: z.strictObject({ at, day, reason: z.string() }).nullable(),
  state: z.enum(['active', 'over', 'ended']),
  reviewDue: z.boolean(),
  /** Contacts recorded since, up to the end, and with how many accounts. */
  contacts: count,
  contactedAccounts: count,
});

export const decisions = ['keep', 'change', 'retire'] as const;

export const reviewSchema = z.strictObject({
  id,
  freezeId: id,
  version: z.int(),
  reviewedAt: at,
  day,
  decision: z.enum(decisions),
  note: z.string(),
});

/** A version with what its review compares. */
export const lifecycleVersionSchema = versionHead.extend({
  savedOn: day,
  goal: z.string(),
  healthyCustomer: z.string(),
  bands: z.array(bandSchema),
  promised: promisedSchema.nullable(),
  /** False where a measure of it was changed since and the version is of before measures were kept with it. */
  usable: z.boolean(),
});

export const lifecycleStateSchema = z.strictObject({
  /** By the clock of the engine. */
  today: day,
  knownThrough: day.nullable(),
  draftHash: z.string(),
  versions: z.array(lifecycleVersionSchema),
  /** Newest first, as the others. */
  seals: z.array(sealHeadSchema),
  /** Seals that say nothing any more: changed after sealing beyond reading. */
  unreadableSeals: count,
  freezes: z.array(freezeSchema),
  reviews: z.array(reviewSchema),
});

/** One end of a change: a design on a day, or the scores of a seal. */
export const splitSideSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('version'), number: z.int(), asOf: day }),
  z.strictObject({ type: z.literal('draft'), asOf: day }),
  z.strictObject({ type: z.literal('seal'), sealId: id }),
]);

export const splitParts = ['restated', 'behaviour', 'missing', 'configuration'] as const;

const parts = z.strictObject({
  restated: z.number(),
  behaviour: z.number(),
  missing: z.number(),
  configuration: z.number(),
});

/** A change of score in points, in parts that add up to it exactly. */
export const splitRowSchema = named.extend({
  before: z.number(),
  after: z.number(),
  bandBefore: z.string().nullable(),
  bandAfter: z.string().nullable(),
  /** Null where the account has no score half-way, so that its change can't be taken apart. */
  parts: parts.nullable(),
  /** The part that moved it most; null where nothing changed or nothing can be said. */
  mostly: z.enum(splitParts).nullable(),
  /** What in the score did it, as the data tell both days now; null where the old day has no score now. */
  reason: bandMove.shape.reason.nullable(),
});

export const splitSchema = z.strictObject({
  asOfBefore: day,
  asOfAfter: day,
  accounts: count,
  changed: count,
  bandChanged: count,
  notSplit: count,
  /** Scored on one side alone: left, joined, or too little data. */
  onlyBefore: count,
  onlyAfter: count,
  /** Per part over the accounts taken apart: points gained and lost (≤ 0) in all, and how many it moved most. */
  totals: z.array(
    z.strictObject({ part: z.enum(splitParts), gained: z.number(), lost: z.number(), mostly: count }),
  ),
  scorecardBefore: scorecardSchema,
  scorecardAfter: scorecardSchema,
  measureNames: z.array(z.strictObject({ id, name: z.string() })),
  /** The largest changes first, those in another band ahead. */
  rows: z.array(splitRowSchema).max(500),
});

export type SealSettings = z.infer<typeof sealSettingsSchema>;
export type SealBody = z.infer<typeof sealBodySchema>;
export type SealFigures = z.infer<typeof sealFiguresSchema>;
export type SealHead = z.infer<typeof sealHeadSchema>;
export type SealCell = z.infer<typeof sealCellSchema>;
export type SealRow = z.infer<typeof sealRowSchema>;
export type Promised = z.infer<typeof promisedSchema>;
export type Freeze = z.infer<typeof freezeSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type LifecycleVersion = z.infer<typeof lifecycleVersionSchema>;
export type LifecycleState = z.infer<typeof lifecycleStateSchema>;
export type SplitSide = z.infer<typeof splitSideSchema>;
export type SplitPart = (typeof splitParts)[number];
export type SplitRow = z.infer<typeof splitRowSchema>;
export type Split = z.infer<typeof splitSchema>;
