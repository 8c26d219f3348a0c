import { Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Split, SplitPart, SplitRow } from '../../../shared/schemas/lifecycle.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Chart } from '../../ui/chart.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useReasonWords } from '../../ui/use-reason-words.ts';
import { buildSplitOption, shownParts, signed } from './build-split-option.ts';

/** A change taken apart: by reason as bars and a table, then account by account. */
export function SplitView({ split }: { readonly split: Split }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const parts = useMemo(() => shownParts(split), [split]);
  const option = useMemo(
    () =>
      buildSplitOption(parts, {
        part: (part) => t(`split.shortPart.${part}`),
        gained: t('split.gained'),
        lost: t('split.lost'),
      }),
    [parts, t],
  );
  const aside = (['onlyBefore', 'onlyAfter', 'notSplit'] as const).filter((key) => split[key] > 0);
  return (
    <Stack data-testid="split">
      <Text fw={600}>
        {t('split.summary', {
          accounts: format.count(split.accounts, 'account'),
          changed: format.count(split.changed, 'account'),
          bands: format.count(split.bandChanged, 'account'),
        })}
      </Text>
      {aside.length > 0 && (
        <Text size="sm" c="dimmed">
          {aside.map((key) => t(`split.${key}`, { value: format.count(split[key], 'account') })).join(' · ')}
        </Text>
      )}
      {(split.changed > 0 || split.bandChanged > 0) && (
        <>
          <Group align="flex-start" gap="xl" wrap="nowrap">
            <Table fz="sm" w="auto" aria-label={t('split.chart')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('split.partHead')}</Table.Th>
                  <Table.Th className="num">{t('split.gained')}</Table.Th>
                  <Table.Th className="num">{t('split.lost')}</Table.Th>
                  <Table.Th className="num">{t('split.mostly')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {parts.map(({ part, gained, lost, mostly }) => (
                  <Table.Tr key={part}>
                    <Table.Td>{t(`split.part.${part}`)}</Table.Td>
                    <Table.Td className="num">{signed(gained)}</Table.Td>
                    <Table.Td className="num">{signed(lost)}</Table.Td>
                    <Table.Td className="num">{format.count(mostly, 'account')}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <div style={{ flex: 1, minWidth: 240 }}>
              <Chart option={option} ariaLabel={t('split.chart')} height={46 + parts.length * 36} />
            </div>
          </Group>
          <SplitRows split={split} parts={parts.map(({ part }) => part)} />
        </>
      )}
    </Stack>
  );
}

function SplitRows({ split, parts }: { readonly split: Split; readonly parts: readonly SplitPart[] }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const [only, setOnly] = useState('all');
  const nameOf = useCallback(
    (id: string) => split.measureNames.find((measure) => measure.id === id)?.name ?? '–',
    [split],
  );
  const reasonOf = useReasonWords(split.scorecardAfter, nameOf);
  const rows = useMemo(
    () => split.rows.filter((row) => only === 'all' || row.mostly === only),
    [split, only],
  );
  const columns = useMemo<DataColumn<SplitRow>[]>(() => {
    const bandIn = ({ bands }: Split['scorecardBefore'], id: string | null) =>
      bands.find((band) => band.id === id) ?? null;
    return [
      {
        id: 'account',
        header: t('grade.account'),
        width: 80,
        cell: (row) => row.accountId,
        sortBy: (row) => row.accountId,
      },
      { id: 'name', header: t('grade.name'), cell: (row) => row.name, sortBy: (row) => row.name },
      {
        id: 'before',
        header: t('split.before'),
        width: 66,
        align: 'right',
        cell: (row) => format.score(row.before),
        sortBy: (row) => row.before,
      },
      {
        id: 'after',
        header: t('split.after'),
        width: 66,
        align: 'right',
        cell: (row) => format.score(row.after),
        sortBy: (row) => row.after,
      },
      {
        id: 'change',
        header: t('split.change'),
        width: 76,
        align: 'right',
        cell: (row) => signed(row.after - row.before),
        sortBy: (row) => row.after - row.before,
      },
      ...parts.map(
        (part): DataColumn<SplitRow> => ({
          id: part,
          header: t(`split.shortPart.${part}`),
          width: 90,
          align: 'right',
          cell: (row) => (row.parts === null ? '–' : signed(row.parts[part])),
          sortBy: (row) => row.parts?.[part] ?? null,
        }),
      ),
      {
        id: 'from',
        header: t('split.from'),
        width: 108,
        cell: (row) => <BandBadge band={bandIn(split.scorecardBefore, row.bandBefore)} />,
      },
      {
        id: 'to',
        header: t('split.to'),
        width: 108,
        cell: (row) => <BandBadge band={bandIn(split.scorecardAfter, row.bandAfter)} />,
      },
      {
        id: 'reason',
        header: t('split.reason'),
        width: 170,
        cell: (row) => (row.reason === null || row.before === row.after ? '–' : reasonOf(row.reason)),
      },
    ];
  }, [t, format, split, parts, reasonOf]);
  if (split.rows.length === 0) return <Text size="sm">{t('split.none')}</Text>;
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Title order={3} size="h6">
          {t('split.rows')}
        </Title>
        {split.rows.length === 500 && (
          <Text size="xs" c="dimmed">
            {t('split.rowsLimit')}
          </Text>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('split.filter')}
          value={only}
          onChange={setOnly}
          data={[
            { value: 'all', label: t('split.all') },
            ...parts.map((part) => ({ value: part as string, label: t(`split.shortPart.${part}`) })),
          ]}
        />
      </Group>
      <DataTable
        label={t('split.rows')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.accountId}
        onOpenRow={(row) => navigate('accounts', row.accountId, split.asOfAfter)}
        height={Math.min(420, 48 + Math.max(1, rows.length) * 36)}
      />
    </Stack>
  );
}
