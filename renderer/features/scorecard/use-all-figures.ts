import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/ipc/result.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresOf } from '../../../shared/scoring/measures-of.ts';
import { patternMeasures } from '../../../shared/scoring/patterns.ts';
import { useAppStore } from '../../client/app-store.ts';
import { measureScope, useDesign } from '../../client/use-design.ts';
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
  /** As it is kept: says which dates and which outcome the figures are of. */
  readonly saved: Scorecard;
}

/** Figures of every measure by id: for the plot, the cards and the picker. */
export function useAllFigures({ isReady, selectedId, saved }: FiguresWanted): AllFigures {
  const { t } = useTranslation('scorecard');
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const measures = design?.measures;
  const settings = design?.backtestSettings;
  const revision = useMemo(() => {
    const scoring = measures?.map(({ name: _, actionable: __, ...rest }) => rest);
    const used = [...measuresOf(saved), ...patternMeasures(saved)].sort();
    return JSON.stringify([dataRevision, scoring, settings, used]);
  }, [dataRevision, measures, settings, saved]);
  const asked = measureScope(saved);
  const [hasAll, setHasAll] = useState(false);
  const task = { label: t('scale.loading'), revision };
  const isFirst = isReady && !hasAll && selectedId !== null;
  const first = useTaskQuery(
    'measures.figures',
    isFirst ? { measureIds: [selectedId], ...asked } : null,
    task,
  );
  const isFree = !isFirst || first.status !== 'loading';
  const hasMeasures = (measures?.length ?? 0) > 0;
  const all = useTaskQuery(
    'measures.figures',
    isReady && isFree && hasMeasures ? { measureIds: null, ...asked } : null,
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
