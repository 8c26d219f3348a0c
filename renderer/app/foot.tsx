import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../client/app-store.ts';
import { useFormat } from '../format/use-format.ts';

/** How much data and how many churners: that decides what can be claimed. */
export function Foot() {
  const { t } = useTranslation('shell');
  const summary = useAppStore((state) => state.summary);
  return (
    <div className="frame-foot" data-testid="foot">
      {summary === null || summary.accounts === 0 ? t('foot.none') : <Amounts summary={summary} />}
    </div>
  );
}

function Amounts({ summary }: { readonly summary: DataSummary }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { accounts, churnedAccounts, knownThrough, findings, snapshot } = summary;
  const flagged = churnedAccounts === 0 ? snapshot : null;
  const parts = [
    format.count(accounts, 'account'),
    flagged !== null
      ? t('foot.flagged', { value: format.number(flagged.churned, 0) })
      : churnedAccounts === 0
        ? t('foot.noChurned')
        : t('foot.churned', { value: format.number(churnedAccounts, 0) }),
    ...(knownThrough === null ? [] : [t('foot.knownThrough', { day: format.day(knownThrough) })]),
    ...(findings.length === 0
      ? []
      : [t('foot.findings', { count: findings.length, value: findings.length })]),
  ];
  return <span>{parts.join(' · ')}</span>;
}
