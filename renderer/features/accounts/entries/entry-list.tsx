import { ActionIcon, Badge, Group, Table, Text } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { type EntryRow, isChangeable } from './build-entry-rows.ts';

export interface EntryListProps {
  readonly rows: readonly EntryRow[];
  readonly isReadOnly: boolean;
  readonly onChange: (row: EntryRow) => void;
  readonly onDelete: (row: EntryRow) => void;
}

/** Notes, contacts and outcomes, newest first; those typed here can be changed and taken away. */
export function EntryList({ rows, isReadOnly, onChange, onDelete }: EntryListProps) {
  const { t } = useTranslation('accounts');
  if (rows.length === 0) return <Text size="sm">{t('entries.none')}</Text>;
  return (
    <Table.ScrollContainer
      minWidth={640}
      maxHeight={320}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table fz="sm" stickyHeader aria-label={t('entries.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{t('facts.day')}</Table.Th>
            <Table.Th w={140}>{t('facts.kind')}</Table.Th>
            <Table.Th>{t('records.text')}</Table.Th>
            <Table.Th w={150}>{t('entries.knownOn')}</Table.Th>
            <Table.Th w={96}>{t('entries.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} isReadOnly={isReadOnly} onChange={onChange} onDelete={onDelete} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps extends Omit<EntryListProps, 'rows'> {
  readonly row: EntryRow;
}

function Line({ row, isReadOnly, onChange, onDelete }: LineProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const name = `${format.day(row.day)} ${t(`entries.type.${row.type}`)}`;
  return (
    <Table.Tr data-testid="entry">
      <Table.Td>{format.day(row.day)}</Table.Td>
      <Table.Td>
        {row.type === 'outcome' ? t(`outcome.${row.stored.kind}`) : t(`entries.type.${row.type}`)}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Content row={row} />
      </Table.Td>
      <Table.Td>{row.type !== 'outcome' && <Known stored={row.stored} />}</Table.Td>
      <Table.Td>
        {isChangeable(row) ? (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              size="sm"
              disabled={isReadOnly}
              aria-label={t('entries.change', { name })}
              onClick={() => onChange(row)}
            >
              <Pencil size={13} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="sm"
              disabled={isReadOnly}
              aria-label={t('entries.delete', { name })}
              onClick={() => onDelete(row)}
            >
              <Trash2 size={13} aria-hidden />
            </ActionIcon>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            {t('entries.fromFile')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Known({ stored }: { readonly stored: { readonly knownOn: number; readonly backDated: boolean } }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <>
      {format.day(stored.knownOn)}{' '}
      {stored.backDated && (
        <Badge size="xs" variant="outline" color="orange" tt="none" c="var(--mantine-color-text)">
          △ {t('entries.isBackDated')}
        </Badge>
      )}
    </>
  );
}

function Content({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const parts: string[] = [];
  switch (row.type) {
    case 'note': {
      const { rating, topic, stakeholder, text } = row.stored;
      if (rating !== null) parts.push(t('entries.rated', { value: format.number(rating) }));
      parts.push(topic, stakeholder, text);
      break;
    }
    case 'contact':
      parts.push(row.stored.contactKind, row.stored.contactBy, row.stored.text);
      break;
    case 'outcome': {
      const { noticeDay, amount, voluntary, reason } = row.stored;
      if (noticeDay !== null) parts.push(t('entries.noticed', { day: format.day(noticeDay) }));
      if (amount !== null) parts.push(t('entries.amountOf', { value: format.number(amount) }));
      if (voluntary !== null) parts.push(t(voluntary ? 'entries.isVoluntary' : 'entries.isInvoluntary'));
      parts.push(reason);
      break;
    }
  }
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}
