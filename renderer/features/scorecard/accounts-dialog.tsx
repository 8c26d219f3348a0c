import { Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../client/navigate.ts';
import type { Query } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface AnswerWithRows<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface NamedRow {
  readonly accountId: string;
  readonly name: string;
}

export interface AccountsDialogProps<Row extends NamedRow, Answer extends AnswerWithRows<Row>> {
  readonly title: string;
  readonly query: Query<Answer>;
  /** What the list is, in a sentence. */
  readonly describe: (answer: Answer) => string;
  readonly columns: readonly {
    readonly header: string;
    readonly align?: 'right';
    readonly cell: (row: Row, answer: Answer) => ReactNode;
  }[];
  readonly onClose: () => void;
}

/** The accounts behind a number of the scorecard screen; a name opens the account. */
export function AccountsDialog<Row extends NamedRow, Answer extends AnswerWithRows<Row>>({
  title,
  query,
  describe,
  columns,
  onClose,
}: AccountsDialogProps<Row, Answer>) {
  const { t } = useTranslation(['scorecard', 'common']);
  const format = useFormat();
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="xl"
      scrollAreaComponent={ScrollArea.Autosize}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QueryView query={query}>
        {(answer) => (
          <Stack gap="sm">
            <Text size="sm">{describe(answer)}</Text>
            {answer.rows.length > 0 && (
              <Table fz="sm" verticalSpacing={4} stickyHeader>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('panels.changes.account')}</Table.Th>
                    {columns.map(({ header, align }) => (
                      <Table.Th key={header} ta={align ?? 'left'}>
                        {header}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {answer.rows.map((row) => (
                    <Table.Tr key={row.accountId}>
                      <Table.Td>
                        <button
                          type="button"
                          className="plain-link"
                          onClick={() => navigate('accounts', row.accountId)}
                        >
                          {row.name || row.accountId}
                        </button>
                      </Table.Td>
                      {columns.map(({ header, align, cell }) => (
                        <Table.Td
                          key={header}
                          ta={align ?? 'left'}
                          {...(align === 'right' && { className: 'num' })}
                        >
                          {cell(row, answer)}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            {answer.total > answer.rows.length && (
              <Text size="xs" c="dimmed">
                {t('panels.changes.more', { value: format.number(answer.total - answer.rows.length, 0) })}
              </Text>
            )}
          </Stack>
        )}
      </QueryView>
    </Modal>
  );
}
