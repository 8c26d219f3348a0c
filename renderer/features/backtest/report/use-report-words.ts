import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../../shared/schemas/measure.ts';
import { useAppStore } from '../../../client/app-store.ts';
import { describeMeasure } from '../../../format/describe-measure.ts';
import { createFormat } from '../../../format/use-format.ts';
import { measureWords } from '../../../format/use-measure-words.ts';
import { useRecordNamesIn } from '../../../format/use-record-names.ts';
import type { Language } from '../../../i18n/language.ts';
import type { ReportWords } from './report-input.ts';

/** Makes the words of a report in either language; `measures` are those of the run. */
export function useReportWords(): (language: Language, measures: readonly Measure[]) => ReportWords {
  const { i18n } = useTranslation();
  const recordNamesIn = useRecordNamesIn();
  const metrics = useAppStore((state) => state.summary?.metrics);
  return useCallback(
    (language, measures) => {
      const t = i18n.getFixedT(language, 'measures');
      const words = measureWords({ t, metrics, measures, recordNames: recordNamesIn(t) });
      return {
        language,
        t: i18n.getFixedT(language, ['backtest', 'common'] as const),
        scorecard: i18n.getFixedT(language, 'scorecard'),
        data: i18n.getFixedT(language, 'data'),
        explain: i18n.getFixedT(language, 'explain'),
        format: createFormat(language, i18n.getFixedT(language, 'common')),
        describe: (measure) => describeMeasure(measure, words),
      };
    },
    [i18n, recordNamesIn, metrics],
  );
}
