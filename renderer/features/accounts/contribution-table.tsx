import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/section.tsx';
import { measureName } from './measure-name.ts';
import type { AccountPage } from './name-records.ts';
import { roundTenth } from './safe-bound.ts';
import type { AccountScene } from './use-account.ts';

type Row = AccountPage['contributions'][number] & { readonly key: string };

const rowHeight = 36;

/** Each measure's value, points, share of the result and what it took from 100. */
export function ContributionTable({ account, scorecard, measures }: AccountScene) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const rows = useMemo<Row[]>(
    () => account.contributions.map((part) => ({ ...part, key: `${part.groupId} ${part.measureId}` })),
    [account],
  );
  const columns = useMemo<DataColumn<Row>[]>(() => {
    const groupName = (id: string) => scorecard.groups.find((group) => group.id === id)?.name ?? '';
    const nameOf = (row: Row) => measureName(measures, row.measureId);
    const right = { width: 130, align: 'right' as const };
    return [
      { id: 'measure', header: t('column.measure'), cell: nameOf, sortBy: nameOf },
      {
        ...{ id: 'group', header: t('column.group'), width: 160 },
        cell: (row) => groupName(row.groupId),
        sortBy: (row) => groupName(row.groupId),
      },
      {
        ...{ id: 'value', header: t('column.value'), ...right },
        cell: (row) => (row.value === null ? t('contributions.noValue') : format.number(row.value, 3)),
        sortBy: (row) => row.value,
      },
      {
        ...{ id: 'points', header: t('column.points'), help: t('contributions.pointsHelp'), ...right },
        cell: (row) => (row.points === null ? t('contributions.noPart') : format.number(row.points, 1)),
        sortBy: (row) => row.points,
      },
      {
        ...{ id: 'share', header: t('column.share'), help: t('contributions.shareHelp'), ...right },
        cell: (row) => format.percent(row.share),
        sortBy: (row) => row.share,
      },
      {
        ...{ id: 'lost', header: t('column.lost'), help: t('contributions.lostHelp'), ...right },
        cell: (row) =>
          row.lostPoints > 0 ? `−${format.score(roundTenth(row.lostPoints))}` : format.score(0),
        sortBy: (row) => row.lostPoints,
      },
    ];
  }, [t, format, scorecard, measures]);
  return (
    <Section title={t('contributions.title')} help={t('contributions.help')}>
      <DataTable
        label={t('contributions.title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.key}
        rowHeight={rowHeight}
        height={Math.min(480, (rows.length + 1) * rowHeight + 8)}
      />
    </Section>
  );
}
