import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aim } from '../../../shared/backtest/aim-outcome.ts';
import type { AppError } from '../../../shared/ipc/result.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';

export interface AllFigures {
  readonly byId: ReadonlyMap<string, MeasureFigures>;
  readonly error: AppError | null;
  readonly reload: () => void;
}

export interface FiguresWanted {
  /** False while the live figures open: they come first. */
  readonly isReady: boolean;
  /** The measure in view, whose figures come before the others'. */
  readonly selectedId: string | null;
  readonly aim: Aim;
}

/** Figures of every measure by id: for the plot, the cards and the picker. */
export function useAllFigures({ isReady, selectedId, aim }: FiguresWanted): AllFigures {
  const { t } = useTranslation('scorecard');
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const measures = design?.measures;
  const settings = design?.backtestSettings;
  const revision = useMemo(() => {
    const scoring = measures?.map(({ name: _, actionable: __, ...rest }) => rest);
    return JSON.stringify([dataRevision, scoring, settings]);
  }, [dataRevision, measures, settings]);
  const [hasAll, setHasAll] = useState(false);
  const task = { label: t('scale.loading'), revision };
  const isFirst = isReady && !hasAll && selectedId !== null;
  const first = useTaskQuery('measures.figures', isFirst ? { measureIds: [selectedId], aim } : null, task);
  const isFree = !isFirst || first.status !== 'loading';
  const hasMeasures = (measures?.length ?? 0) > 0;
  const all = useTaskQuery(
    'measures.figures',
    isReady && isFree && hasMeasures ? { measureIds: null, aim } : null,
    task,
  );
  useEffect(() => setHasAll(all.value !== undefined), [all.value]);
  const { value } = all.value === undefined ? first : all;
  const byId = useMemo(
    () => new Map<string, MeasureFigures>((value?.items ?? []).map((item) => [item.measureId, item])),
    [value],
  );
  return { byId, error: all.error ?? null, reload: all.reload };
}
