import { Group, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Page } from '../../ui/page.tsx';
import type { PagedRows } from '../../ui/use-paged-rows.ts';

export interface AccountSearchProps<Row>
  extends Pick<DataTableProps<Row>, 'columns' | 'sort' | 'onSort' | 'height'> {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly rows: PagedRows<Row>;
  readonly onRetry: () => void;
  /** Above the search. */
  readonly notice?: ReactNode;
  /** Below it: which accounts are searched. */
  readonly note?: string;
}

/** A search for accounts, how many were found, and the accounts; a row opens its page. */
export function AccountSearch<Row extends { readonly accountId: string }>(props: AccountSearchProps<Row>) {
  const { typed, onType, rows, onRetry, notice, note, ...table } = props;
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <Page title={t('title')} why={t('why')}>
      {notice}
      <Group align="flex-end">
        <TextInput
          label={t('picker.search')}
          placeholder={t('picker.placeholder')}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          maxLength={200}
          w={360}
          data-autofocus
        />
        <Text size="sm" aria-live="polite" pb={8}>
          {!rows.isLoading && format.count(rows.total, 'account')}
        </Text>
      </Group>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {rows.error !== null ? (
        <FailedState error={rows.error} onRetry={onRetry} />
      ) : (
        <DataTable
          {...table}
          label={t('picker.results')}
          rows={rows}
          rowId={(row) => row.accountId}
          onOpenRow={(row) => navigate('accounts', row.accountId)}
        />
      )}
    </Page>
  );
}
