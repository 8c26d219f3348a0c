import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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

/** Figures of every measure by id: for the plot, the cards and the picker. */
export function useAllFigures(): AllFigures {
  const { t } = useTranslation('scorecard');
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const measures = design?.measures;
  const settings = design?.backtestSettings;
  const revision = useMemo(() => {
    const scoring = measures?.map(({ name: _, actionable: __, ...rest }) => rest);
    return JSON.stringify([dataRevision, scoring, settings]);
  }, [dataRevision, measures, settings]);
  const hasMeasures = (measures?.length ?? 0) > 0;
  const query = useTaskQuery('measures.figures', hasMeasures ? { measureIds: null } : null, {
    label: t('scale.loading'),
    revision,
  });
  const { value } = query;
  const byId = useMemo(
    () => new Map<string, MeasureFigures>((value?.items ?? []).map((item) => [item.measureId, item])),
    [value],
  );
  return { byId, error: query.error ?? null, reload: query.reload };
}
