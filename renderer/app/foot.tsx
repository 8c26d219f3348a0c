import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../client/app-store.ts';
import { useQuery } from '../client/use-query.ts';
import { useFormat } from '../format/use-format.ts';
import { RunningTasks } from './running-tasks.tsx';

/** How much data and how many churners: that decides what can be claimed. */
export function Foot() {
  const { t } = useTranslation('shell');
  const summary = useAppStore((state) => state.summary);
  return (
    <div className="frame-foot">
      <span className="foot-amounts" data-testid="foot">
        {summary === null || summary.accounts === 0 ? t('foot.none') : <Amounts summary={summary} />}
      </span>
      <RunningTasks />
    </div>
  );
}

function Amounts({ summary }: { readonly summary: DataSummary }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { accounts, churnedAccounts, knownThrough, snapshot } = summary;
  const audit = useQuery('data.audit', {}, { refreshOn: ['data', 'design'] });
  // One card a kind on the Data page: what is counted here is what is seen there.
  const findings = new Set(audit.value?.findings.map(({ kind }) => kind)).size;
  const flagged = churnedAccounts === 0 ? snapshot : null;
  const parts = [
    format.count(accounts, 'account'),
    flagged !== null
      ? t('foot.flagged', { value: format.number(flagged.churned, 0) })
      : churnedAccounts === 0
        ? t('foot.noChurned')
        : t('foot.churned', { value: format.number(churnedAccounts, 0) }),
    ...(knownThrough === null ? [] : [t('foot.knownThrough', { day: format.day(knownThrough) })]),
    ...(findings === 0 ? [] : [t('foot.findings', { count: findings, value: findings })]),
  ];
  return <span>{parts.join(' · ')}</span>;
}
