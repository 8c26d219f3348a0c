import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { openAccount } from '../open-account.ts';
import type { Lead } from './build-lead.ts';
import { accountLabel, useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';

/** Each churner's last red run; a row opens the account. */
export function LeadTable({ leads }: { readonly leads: readonly Lead[] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const view = useLab();
  const columns = useMemo<DataColumn<Lead>[]>(() => {
    const accountOf = ({ account }: Lead) => accountLabel(view, account);
    return [
      { id: 'account', header: t('lab.misses.account'), cell: accountOf, sortBy: accountOf },
      {
        id: 'endDay',
        header: t('lab.lead.endDay'),
        width: 180,
        cell: ({ endDay }) => format.day(endDay),
        sortBy: ({ endDay }) => endDay,
      },
      {
        id: 'firstDay',
        header: t('lab.lead.firstDay'),
        width: 150,
        cell: ({ firstDay }) => format.day(firstDay),
        sortBy: ({ firstDay }) => firstDay,
      },
      {
        id: 'leadDays',
        term: 'detectionLead',
        header: t('lab.lead.leadDays'),
        width: 120,
        align: 'right',
        cell: ({ leadDays, cut }) => `${cut ? '≥ ' : ''}${format.number(leadDays, 0)}`,
        sortBy: ({ leadDays }) => leadDays,
      },
    ];
  }, [t, format, view]);
  return (
    <LabPart
      title={t('lab.lead.tableTitle')}
      why={t('lab.misses.opens', { accounts: format.count(leads.length, 'churner') })}
    >
      <DataTable
        label={t('lab.lead.tableLabel')}
        columns={columns}
        rows={leads}
        rowId={(lead) => String(lead.life)}
        onOpenRow={({ account, firstDay, endDay }) =>
          openAccount(view.accounts.get(account)?.accountId, firstDay ?? endDay - 1)
        }
        height={Math.min(320, 52 + 36 * Math.max(1, leads.length))}
      />
    </LabPart>
  );
}
