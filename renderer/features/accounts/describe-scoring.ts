import type { ChannelOutput } from '../../../shared/ipc/contract.ts';

type AccountPage = ChannelOutput<'accounts.get'>;

/** Why an account has no score as of a day. */
export type NotScored =
  | { readonly type: 'notStarted' | 'ended' | 'noticeGiven'; readonly day: number }
  | { readonly type: 'noContract' }
  | { readonly type: 'coverage'; readonly coverage: number; readonly minimum: number }
  | { readonly type: 'nothingTakesPart' };

/** Null when the account is scored. The order of the reasons is the engine's: first the contract, then the data. */
export function whyNotScored(
  account: Pick<AccountPage, 'score' | 'coverage' | 'lives'>,
  asOf: number,
  minimumCoverage: number,
): NotScored | null {
  if (account.score !== null) return null;
  const life = account.lives.findLast(
    ({ startDay, endDay }) => startDay <= asOf && (endDay === null || endDay > asOf),
  );
  if (life === undefined) return outsideContract(account.lives, asOf);
  if (life.noticeDay !== null && life.noticeDay <= asOf) return { type: 'noticeGiven', day: life.noticeDay };
  if (account.coverage + 1e-9 < minimumCoverage) {
    return { type: 'coverage', coverage: account.coverage, minimum: minimumCoverage };
  }
  return { type: 'nothingTakesPart' };
}

function outsideContract(lives: AccountPage['lives'], asOf: number): NotScored {
  const ends = lives.flatMap(({ endDay }) => (endDay !== null && endDay <= asOf ? endDay : []));
  if (ends.length > 0) return { type: 'ended', day: Math.max(...ends) };
  const starts = lives.flatMap(({ startDay }) => (startDay > asOf ? startDay : []));
  return starts.length > 0 ? { type: 'notStarted', day: Math.min(...starts) } : { type: 'noContract' };
}
