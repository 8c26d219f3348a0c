import { useMemo } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAsOf, useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { type Query, useQuery } from '../../client/use-query.ts';

export type AccountPage = ChannelOutput<'accounts.get'>;

/** What every part of the page is drawn from. */
export interface AccountScene {
  readonly account: AccountPage;
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly asOf: number;
}

/** What the pages need before an account can be asked for; null while there is no scorecard or no date. */
export function useScoring() {
  const scorecard = useSelectedScorecard();
  const asOf = useAsOf();
  const measures = useDesign()?.measures;
  return useMemo(
    () =>
      scorecard === null || asOf === null || measures === undefined ? null : { scorecard, asOf, measures },
    [scorecard, asOf, measures],
  );
}

export function useAccount(accountId: string, scorecardId: string, asOf: number): Query<AccountPage> {
  return useQuery('accounts.get', { accountId, scorecardId, asOf }, { refreshOn: ['data', 'design'] });
}
