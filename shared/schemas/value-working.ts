import { z } from 'zod';
import { day } from './backtest-settings.ts';
import { grains } from './measure.ts';

const count = z.int().min(0);
const part = z.strictObject({ id: z.string(), name: z.string(), value: z.number() });
const grain = z.enum(grains);

/**
 * How one account's value of a measure came about, as the numbers of one line of arithmetic; the value stands beside.
 * `empty` counts days or periods without a row that count as 0; `units` are all that count, those included.
 */
export const valueWorkingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sum'), rows: count, empty: count, grain }),
  z.strictObject({ type: z.literal('mean'), total: z.number(), units: count, empty: count, grain }),
  z.strictObject({ type: z.literal('min'), units: count, empty: count, grain }),
  z.strictObject({ type: z.literal('max'), units: count, empty: count, grain }),
  z.strictObject({ type: z.literal('activeDays'), units: count, empty: count, grain }),
  /** The newest one, of that day. */
  z.strictObject({ type: z.literal('latest'), day }),
  /** Days from one date to another: since the last activity, the last record, the start of the contract. */
  z.strictObject({ type: z.literal('daysBetween'), from: day, to: day }),
  /** now ÷ before − 1: sums of a flow, means of a level. */
  z.strictObject({ type: z.literal('change'), now: z.number(), before: z.number() }),
  /** A straight line through so many points, as a change per 30 days. */
  z.strictObject({ type: z.literal('slope'), points: count, empty: count, grain }),
  /** (promoters − detractors) ÷ answers × 100. */
  z.strictObject({ type: z.literal('nps'), promoters: count, detractors: count, answers: count }),
  /** So many acts, each user or each event counted once. */
  z.strictObject({ type: z.literal('distinct'), of: z.enum(['users', 'features']), rows: count }),
  z.strictObject({ type: z.literal('ratio'), numerator: part, denominator: part }),
  z.strictObject({ type: z.literal('formula'), formula: z.string(), parts: z.array(part) }),
  /** (value − mean) ÷ deviation of the account's own `months` earlier values. */
  z.strictObject({
    type: z.literal('zScore'),
    value: z.number(),
    mean: z.number(),
    deviation: z.number(),
    months: count,
  }),
  /** (below + equal ÷ 2) ÷ peers × 100; the account itself is among the equal. */
  z.strictObject({
    type: z.literal('peerPercentile'),
    value: z.number(),
    below: count,
    equal: count,
    peers: count,
  }),
  z.strictObject({ type: z.literal('recordCount'), days: count }),
  z.strictObject({ type: z.literal('recordSum'), records: count }),
]);

export type ValueWorking = z.infer<typeof valueWorkingSchema>;
