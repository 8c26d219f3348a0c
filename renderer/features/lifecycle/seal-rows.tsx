import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealHead, SealRow } from '../../../shared/schemas/lifecycle.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Section } from '../../ui/section.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import type { ShownCell } from './seal-page.tsx';

export interface SealRowsProps {
  readonly seal: SealHead;
  readonly bands: readonly Band[];
  readonly shown: ShownCell;
}

/** The accounts behind a number of the seal, those to call first ahead; a row opens its account as of the seal. */
export function SealRows({ seal, bands, shown }: SealRowsProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const rows = usePagedRows<SealRow>(
    (offset, limit) => call('lifecycle.sealRows', { sealId: seal.id, cell: shown.cell, offset, limit }),
    JSON.stringify([seal.id, seal.state, shown.cell]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number was chosen
  useEffect(() => {
    if (!isFirst.current) box.current?.scrollIntoView({ block: 'nearest' });
    isFirst.current = false;
  }, [shown]);
  const columns = useMemo<DataColumn<SealRow>[]>(() => {
    const bandOf = (id: string | null) => bands.find((band) => band.id === id) ?? null;
    const plain: DataColumn<SealRow>[] = [
      { id: 'account', header: t('grade.account'), width: 140, cell: (row) => row.accountId },
      { id: 'name', header: t('grade.name'), cell: (row) => row.name },
      {
        id: 'score',
        header: t('grade.score'),
        width: 130,
        align: 'right',
        cell: (row) => format.score(row.score),
      },
      {
        id: 'band',
        header: t('grade.band'),
        width: 140,
        cell: (row) => <BandBadge band={bandOf(row.bandId)} />,
      },
    ];
    if (seal.state !== 'graded') return plain;
    return [
      ...plain,
      {
        id: 'state',
        header: t('grade.state'),
        width: 170,
        cell: (row) => (row.state === null ? '–' : t(`grade.count.${row.state}`)),
      },
      {
        id: 'outcomeDay',
        header: t('grade.outcomeDay'),
        width: 120,
        cell: (row) => format.day(row.outcomeDay),
      },
    ];
  }, [t, format, bands, seal.state]);
  const title = t('grade.rowsOf', { what: shown.title, value: format.count(rows.total, 'account') });
  return (
    <div ref={box}>
      <Section title={title}>
        {rows.error !== null ? (
          <FailedState error={rows.error} />
        ) : (
          <DataTable
            label={title}
            columns={columns}
            rows={rows}
            rowId={(row) => row.accountId}
            onOpenRow={(row) => navigate('accounts', row.accountId, seal.asOf)}
            height={360}
          />
        )}
      </Section>
    </div>
  );
}
