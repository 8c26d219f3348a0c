import { useMemo } from 'react';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useAsOf, useDesign, useSelectedScorecard } from '../../client/use-design.ts';
import { type Query, useQuery } from '../../client/use-query.ts';
import { useRecordNames } from '../../format/use-record-names.ts';
import { type AccountPage, nameRecords } from './name-records.ts';

/** What every part of the page is drawn from. */
export interface AccountScene {
  readonly account: AccountPage;
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly asOf: number;
}

/**
 * What the pages need before an account can be asked for; null while there is no scorecard or no date. An address that
 * names a day, as a back-test's does, is as of that day.
 */
export function useScoring() {
  const scorecard = useSelectedScorecard();
  const day = useAppStore((state) => (state.route.name === 'accounts' ? state.route.day : undefined));
  const windowDay = useAsOf();
  const asOf = day ?? windowDay;
  const measures = useDesign()?.measures;
  return useMemo(
    () =>
      scorecard === null || asOf === null || measures === undefined ? null : { scorecard, asOf, measures },
    [scorecard, asOf, measures],
  );
}

export function useAccount(accountId: string, scorecardId: string, asOf: number): Query<AccountPage> {
  const query = useQuery('accounts.get', { accountId, scorecardId, asOf }, { refreshOn: ['data', 'design'] });
  const names = useRecordNames();
  const answer = query.value;
  const value = useMemo(() => (answer === undefined ? null : nameRecords(answer, names)), [answer, names]);
  if (query.status === 'loading') return query;
  if (query.status === 'ready') return { ...query, value: value ?? nameRecords(query.value, names) };
  const { value: _, ...failed } = query;
  return value === null ? failed : { ...failed, value };
}
