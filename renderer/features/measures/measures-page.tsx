import './measures.css';
import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { useDesign } from '../../client/use-design.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { describeMeasure } from '../../format/describe-measure.ts';
import { useFormat } from '../../format/use-format.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { buildMeasureRows } from './build-measure-rows.ts';
import { measureColumns } from './measure-columns.tsx';
import { newMeasure } from './measure-draft.ts';
import { MeasureDrawer } from './measure-drawer.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

interface Opened {
  readonly measure: Measure;
  readonly isNew: boolean;
}

/** ② Measures: every measure in one table, with what it shows on the design window. */
export function MeasuresPage() {
  const { t } = useTranslation('measures');
  const design = useDesign();
  const summary = useAppStore((state) => state.summary);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isProposing, setProposing] = useState(false);
  const add = () => setOpened({ measure: newMeasure(crypto.randomUUID(), summary), isNew: true });
  const propose = () => setProposing(true);
  useCommand({ id: 'measures.add', label: t('add'), run: add });
  useCommand({ id: 'measures.propose', label: t('propose'), run: propose });
  const isEmpty = design !== null && design.measures.length === 0;
  const duplicate = (measure: Measure) =>
    setOpened({ measure: { ...measure, id: crypto.randomUUID() }, isNew: true });
  return (
    <Page
      title={t('title')}
      why={t('why')}
      {...(isEmpty
        ? {}
        : {
            primary: <Button onClick={add}>{t('add')}</Button>,
            actions: (
              <Button variant="default" onClick={propose}>
                {t('propose')}
              </Button>
            ),
          })}
    >
      {design === null && <LoadingState />}
      {isEmpty && (
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Group>
              <Button onClick={propose}>{t('propose')}</Button>
              <Button variant="default" onClick={add}>
                {t('add')}
              </Button>
            </Group>
          }
        />
      )}
      {design !== null && !isEmpty && (
        <MeasureTable
          openId={opened?.measure.id ?? null}
          onOpen={(measure) => setOpened({ measure, isNew: false })}
        />
      )}
      {opened !== null && (
        <MeasureDrawer
          key={opened.measure.id}
          {...opened}
          onClose={() => setOpened(null)}
          onDuplicate={duplicate}
        />
      )}
      {isProposing && <ProposeDialog onClose={() => setProposing(false)} />}
    </Page>
  );
}

interface MeasureTableProps {
  readonly openId: string | null;
  readonly onOpen: (measure: Measure) => void;
}

function MeasureTable({ openId, onOpen }: MeasureTableProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const words = useMeasureWords();
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const settings = JSON.stringify([
    design?.measures.map(({ name: _, actionable: __, ...scoring }) => scoring),
    design?.backtestSettings,
  ]);
  const query = useTaskQuery(
    'measures.figures',
    { measureIds: null },
    { label: t('loading'), revision: `${dataRevision} ${settings}` },
  );
  const figures = query.value;
  const rows = useMemo(
    () =>
      buildMeasureRows({
        measures: design?.measures ?? [],
        scorecards: design?.scorecards ?? [],
        figures: figures?.items ?? [],
        describe: (measure) => describeMeasure(measure, words),
      }),
    [design, figures, words],
  );
  const columns = useMemo(() => measureColumns(t, format), [t, format]);
  return (
    <>
      {query.status === 'failed' && <FailedState error={query.error} onRetry={query.reload} />}
      {query.status === 'loading' && <LoadingState text={t('loading')} />}
      {figures !== undefined && figures.designFirst !== null && (
        <Text size="xs" c="dimmed">
          {t('scope', {
            first: format.day(figures.designFirst),
            last: format.day(figures.designLast),
          })}
        </Text>
      )}
      <DataTable
        label={t('tableLabel')}
        columns={columns}
        rows={rows}
        rowId={({ measure }) => measure.id}
        rowHeight={48}
        height={Math.min(640, 60 + rows.length * 48)}
        openRowId={openId}
        onOpenRow={({ measure }) => onOpen(measure)}
      />
    </>
  );
}
