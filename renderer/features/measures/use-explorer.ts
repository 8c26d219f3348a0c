import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign } from '../../client/use-design.ts';
import type { Query } from '../../client/use-query.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { describeMeasure } from '../../format/describe-measure.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { buildMeasureRows, type MeasureRow } from './build-measure-rows.ts';
import { useMeasureScope } from './use-measure-scope.ts';

/** Every measure with what is known of it: its own figures first, then those that take shuffles and comparison. */
export interface ExplorerView {
  readonly figures: Query<ChannelOutput<'measures.figures'>>;
  readonly explored: Query<Explorer>;
  readonly rows: readonly MeasureRow[];
  /** Changes with whatever changes a figure: names and tags do not. */
  readonly revision: string;
}

export function useExplorer(): ExplorerView {
  const { t } = useTranslation('measures');
  const words = useMeasureWords();
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const settings = JSON.stringify([
    design?.measures.map(({ name: _, actionable: __, ...scoring }) => scoring),
    design?.backtestSettings,
  ]);
  const scope = useMeasureScope();
  const revision = `${dataRevision} ${settings} ${scope.revision}`;
  const asked = { measureIds: null, ...scope.asked };
  const figures = useTaskQuery('measures.figures', asked, { label: t('loading'), revision });
  const isReady = figures.status === 'ready' && !figures.refreshing;
  const explored = useTaskQuery('measures.explore', isReady ? scope.asked : null, {
    label: t('explorer.loading'),
    revision,
  });
  const rows = useMemo(
    () =>
      buildMeasureRows({
        measures: design?.measures ?? [],
        scorecards: design?.scorecards ?? [],
        figures: figures.value?.items ?? [],
        explorer: explored.value ?? null,
        describe: (measure) => describeMeasure(measure, words),
      }),
    [design, figures.value, explored.value, words],
  );
  return { figures, explored, rows, revision };
}
