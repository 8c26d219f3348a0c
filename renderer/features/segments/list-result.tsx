import './lists.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { BandCounts } from './band-counts.tsx';
import { buildListColumns } from './build-list-columns.tsx';
import { ColumnChoice } from './column-choice.tsx';
import type { ListView } from './list-store.ts';
import { useCopyList } from './use-copy-list.ts';
import type { useList } from './use-list.ts';

export interface ListResultProps {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly list: ReturnType<typeof useList>;
  /** All accounts under contract on the date; null until known. */
  readonly underContract: number | null;
  readonly view: ListView;
  readonly onChange: (changes: Partial<ListView>) => void;
}

const nothing: ReadonlySet<string> = new Set();

/** The count, the spread over the bands, and the rows. */
export function ListResult({ scorecard, measures, list, underContract, view, onChange }: ListResultProps) {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const known = useAppStore((state) => state.summary?.attributes);
  const attributes = useMemo(() => known?.map(({ name }) => name) ?? [], [known]);
  const { scorecardId, asOf, conditions, search } = list.query;
  const key = JSON.stringify([scorecardId, asOf, conditions, search]);
  const [selection, setSelection] = useState({ key, ids: nothing });
  const selected = selection.key === key ? selection.ids : nothing;
  const setSelected = (ids: ReadonlySet<string>) => setSelection({ key, ids });
  const selectedRows = [...selected].flatMap((id) => list.rowOf(id) ?? []);
  const { copy, onCopy } = useCopyList({ scorecard, measures, query: list.query, selected: selectedRows });
  const names = useMemo(() => new Map(measures.map(({ id, name }) => [id, name])), [measures]);
  const shown = list.query.attributes;
  const columns = useMemo(
    () =>
      buildListColumns({
        ...{ t, format, scorecard, attributes: shown },
        measureName: (id) => names.get(id) ?? id,
      }),
    [t, format, scorecard, shown, names],
  );
  useCommand({ id: 'lists.copy', label: t('copy.button'), run: () => void copy() });
  const { rows } = list;
  return (
    <Stack gap="sm" flex={1} miw={0}>
      <Group justify="space-between" wrap="nowrap" align="flex-end">
        <Text aria-live="polite">
          <Text span fw={700} fz="lg">
            {rows.isLoading ? '…' : format.number(rows.total, 0)}
          </Text>
          {underContract !== null && ` / ${format.count(underContract, 'account')}`}
          <Text span size="sm" c="dimmed">
            {` ${t('result.asOf', { date: format.dayInSentence(list.query.asOf) })}`}
          </Text>
        </Text>
        <Group gap="xs" wrap="nowrap">
          {selected.size > 0 && (
            <Button size="xs" variant="subtle" onClick={() => setSelected(nothing)}>
              {t('result.unselect', { count: selected.size })}
            </Button>
          )}
          <ColumnChoice
            attributes={attributes}
            chosen={view.attributes}
            onChange={(chosen) => onChange({ attributes: chosen })}
          />
          <Button
            size="xs"
            variant="default"
            leftSection={<Copy size={14} aria-hidden />}
            disabled={rows.total === 0}
            onClick={() => void copy()}
          >
            {t('copy.button')}
          </Button>
        </Group>
      </Group>
      {list.bandCounts !== null && (
        <BandCounts
          bands={scorecard.bands}
          counts={list.bandCounts}
          chosen={view.filter.bandIds}
          onChoose={(bandIds) => onChange({ filter: { ...view.filter, bandIds } })}
        />
      )}
      {rows.error !== null ? (
        <FailedState error={rows.error} onRetry={list.retry} />
      ) : (
        <div onCopy={onCopy}>
          <DataTable
            label={t('result.label')}
            columns={columns}
            rows={rows}
            rowId={(row) => row.accountId}
            onOpenRow={(row) => navigate('accounts', row.accountId)}
            sort={view.sort}
            onSort={(sort) => onChange({ sort })}
            selection={{ ids: selected, onChange: setSelected }}
            rowHeight={44}
            height="max(320px, calc(100vh - 290px))"
          />
        </div>
      )}
    </Stack>
  );
}
