import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../../client/navigate.ts';
import { useFormat } from '../../../format/use-format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Lead } from './build-lead.ts';
import { accountLabel, useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';

export interface LeadTableProps {
  readonly title: string;
  readonly leads: readonly Lead[];
  /** Null where all are shown already. */
  readonly onShowAll: (() => void) | null;
}

/** Each churner's last red run; a row opens the account. */
export function LeadTable({ title, leads, onShowAll }: LeadTableProps) {
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
      title={title}
      why={t('lab.misses.opens', { accounts: format.count(leads.length, 'churner') })}
      right={
        onShowAll !== null && (
          <Button size="compact-xs" variant="default" onClick={onShowAll}>
            {t('lab.misses.all')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('lab.lead.tableLabel')}
        columns={columns}
        rows={leads}
        rowId={(lead) => String(lead.life)}
        onOpenRow={({ account }) => {
          const found = view.accounts.get(account);
          if (found !== undefined) navigate('accounts', found.accountId);
        }}
        height={Math.min(320, 52 + 36 * Math.max(1, leads.length))}
      />
    </LabPart>
  );
}
