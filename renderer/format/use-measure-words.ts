import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../shared/schemas/measure.ts';
import type { DataSummary } from '../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../client/app-store.ts';
import { useDesign } from '../client/use-design.ts';
import type { MeasureWords } from './describe-measure.ts';
import { useRecordNames } from './use-record-names.ts';

/** The words around a measure, from the open workspace and in the window's language. */
export function useMeasureWords(): MeasureWords {
  const { t } = useTranslation('measures');
  const metrics = useAppStore((state) => state.summary?.metrics);
  const measures = useDesign()?.measures;
  const recordNames = useRecordNames();
  return useMemo(
    () => measureWords({ t, metrics, measures, recordNames }),
    [t, metrics, measures, recordNames],
  );
}

/** The same in any language and of any measures. */
export function measureWords({
  t,
  metrics = [],
  measures = [],
  recordNames,
}: {
  readonly t: TFunction<'measures'>;
  readonly metrics: DataSummary['metrics'] | undefined;
  readonly measures: readonly Pick<Measure, 'id' | 'name'>[] | undefined;
  readonly recordNames: Pick<MeasureWords, 'sourceName' | 'columnName'>;
}): MeasureWords {
  return {
    t,
    grainOf: (metric) => metrics.find(({ name }) => name === metric)?.grain ?? 'day',
    kindOf: (metric) => metrics.find(({ name }) => name === metric)?.kind ?? null,
    ...recordNames,
    measureName: (id) => measures.find((measure) => measure.id === id)?.name ?? null,
  };
}
