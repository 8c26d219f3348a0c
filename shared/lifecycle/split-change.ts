import type { SplitPart } from '../schemas/lifecycle.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { type AccountContext, scoreAccount } from '../scoring/score-account.ts';

/** An account's values and surroundings on one day. */
export interface AccountDay {
  readonly valueFor: (measureId: string) => number;
  readonly context: AccountContext;
}

/** The scores between which a change is taken apart, all in tenths; null = not scored. */
export interface ChangeSteps {
  /** What was said then: a seal's own score, or `before` again. */
  readonly said: number | null;
  /** The old design on the old day, as the data tell it now. */
  readonly before: number | null;
  /** The old design with the new values of what was there on both days; what came or went stays as it was. */
  readonly sameData: number | null;
  /** The old design on the new day. */
  readonly newData: number | null;
  /** The new design on the new day. */
  readonly after: number | null;
}

/**
 * A change of score (tenths) in parts that add up to it exactly: restated = the old day's data changed afterwards,
 * behaviour = same design and same measures present, new values; missing = values that appeared or vanished;
 * configuration = same data, new design. Null when a step between has no score.
 */
export function splitChange(steps: ChangeSteps): Record<SplitPart, number> | null {
  const { said, before, sameData, newData, after } = steps;
  if (said === null || before === null || sameData === null || newData === null || after === null)
    return null;
  return {
    restated: before - said,
    behaviour: sameData - before,
    missing: newData - sameData,
    configuration: after - newData,
  };
}

/**
 * The score of a design on the new day if no value had appeared or vanished since the old one (tenths, null = none):
 * a measure missing on one of the days keeps its old value, peer points included; all else is the new day's.
 */
export function scoreWithoutGaps(scorecard: Scorecard, old: AccountDay, now: AccountDay): number | null {
  const cameOrWent = (id: string) => Number.isNaN(old.valueFor(id)) !== Number.isNaN(now.valueFor(id));
  const dayFor = (id: string) => (cameOrWent(id) ? old : now);
  return scoreAccount(scorecard, (id) => dayFor(id).valueFor(id), {
    ...now.context,
    peerPoints: (id, direction) => dayFor(id).context.peerPoints(id, direction),
  }).scoreTenths;
}

/** The part that moved a score most, the first of equals; null where none moved it. */
export function largestPart(parts: Readonly<Record<SplitPart, number>>): SplitPart | null {
  let largest: SplitPart | null = null;
  for (const part of ['behaviour', 'missing', 'configuration', 'restated'] as const) {
    if (parts[part] !== 0 && (largest === null || Math.abs(parts[part]) > Math.abs(parts[largest])))
      largest = part;
  }
  return largest;
}
