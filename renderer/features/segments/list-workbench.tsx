import { Button, Group, Stack } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { readFilter } from './list-filter.ts';
import { ListResult } from './list-result.tsx';
import { useListView } from './list-store.ts';
import { SavedSegments } from './saved-segments.tsx';
import { useList } from './use-list.ts';
import { useSegments } from './use-segments.ts';

export interface ListWorkbenchProps {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly asOf: number;
}

/** Builder on the left, list on the right, export at the top right. */
export function ListWorkbench({ scorecard, measures, asOf }: ListWorkbenchProps) {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const workspaceId = useAppStore((state) => state.workspace?.id ?? '');
  const known = useAppStore((state) => state.summary?.attributes ?? noAttributes);
  const { view, change } = useListView(workspaceId);
  const [isExporting, setIsExporting] = useState(false);
  const { segments } = useSegments();
  const list = useList({ ...view, scorecardId: scorecard.id, asOf });
  const all = useQuery(
    'lists.count',
    { scorecardId: scorecard.id, asOf, conditions: [], search: '' },
    { refreshOn: ['data', 'design'] },
  );
  const segment = segments.find((saved) => saved.id === view.segmentId);
  const canExport = list.rows.total > 0;
  useCommand(
    canExport ? { id: 'lists.export', label: t('export.open'), run: () => setIsExporting(true) } : null,
  );
  return (
    <Page
      title={t('title')}
      why={t('why')}
      primary={
        <Button
          leftSection={<Download size={16} aria-hidden />}
          disabled={!canExport}
          onClick={() => setIsExporting(true)}
        >
          {t('export.open')}
        </Button>
      }
    >
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Stack
          gap="lg"
          w={220}
          pr={8}
          mah="max(400px, calc(100vh - 190px))"
          style={{ flexShrink: 0, overflowY: 'auto' }}
        >
          <SavedSegments
            filter={view.filter}
            openId={view.segmentId}
            onOpen={({ id, conditions }) => change({ segmentId: id, filter: readFilter(conditions) })}
            onSaved={(segmentId) => change({ segmentId })}
          />
          <FilterPanel
            bands={scorecard.bands}
            patterns={scorecard.patterns ?? []}
            measureName={(id) => measures.find((measure) => measure.id === id)?.name ?? id}
            attributes={known}
            filter={view.filter}
            onChange={(filter) => change({ filter })}
            search={view.search}
            onSearch={(search) => change({ search })}
          />
        </Stack>
        <ListResult
          scorecard={scorecard}
          measures={measures}
          list={list}
          underContract={all.value?.of ?? null}
          view={view}
          onChange={change}
        />
      </Group>
      {isExporting && (
        <ExportDialog
          query={list.query}
          scorecard={scorecard}
          measures={measures}
          underContract={all.value?.of ?? list.rows.total}
          name={t('export.fileName', { segment: segment?.name ?? t('title'), date: format.day(asOf) })}
          onClose={() => setIsExporting(false)}
        />
      )}
    </Page>
  );
}

const noAttributes: never[] = [];
