import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
    () => ({
      t,
      grainOf: (metric) => metrics?.find((other) => other.name === metric)?.grain ?? 'day',
      kindOf: (metric) => metrics?.find((other) => other.name === metric)?.kind ?? null,
      ...recordNames,
      measureName: (id) => measures?.find((measure) => measure.id === id)?.name ?? null,
    }),
    [t, metrics, measures, recordNames],
  );
}
