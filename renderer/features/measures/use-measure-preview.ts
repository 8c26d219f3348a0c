import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { useMeasureScope } from './use-measure-scope.ts';

export type MeasurePreviewQuery = ReturnType<typeof useMeasurePreview>['query'];

/** What the measure being edited looks like, after a short rest; and whether nobody has a value of it. */
export function useMeasurePreview(measure: Measure | null, parts: readonly Measure[]) {
  const { t } = useTranslation('measures');
  const dataRevision = useAppStore((state) => state.revisions.data);
  const { asked } = useMeasureScope();
  const [calm] = useDebouncedValue(measure, 300);
  const query = useTaskQuery(
    'measures.preview',
    calm === null ? null : { measure: nameless(calm), parts: [...parts], ...asked },
    { label: t('loading'), revision: String(dataRevision) },
  );
  const isOfThis = measure !== null && calm !== null && sameValues(measure, calm);
  const figures = query.status === 'ready' && !query.refreshing && isOfThis ? query.value : undefined;
  const isAllMissing = figures !== undefined && figures.rows > 0 && figures.missingRows === figures.rows;
  return { query, isAllMissing };
}

/** Typing a name or a note must not compute the measure again. */
function nameless(measure: Measure): Measure {
  return { ...measure, name: '-', actionable: true };
}

function sameValues(a: Measure, b: Measure): boolean {
  return JSON.stringify(a.aggregation) === JSON.stringify(b.aggregation);
}
