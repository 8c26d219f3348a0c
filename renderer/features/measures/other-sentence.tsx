import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { describeMeasure, type MeasureWords } from '../../format/describe-measure.ts';
import { useRecordNamesIn } from '../../format/use-record-names.ts';

export interface OtherSentenceProps {
  readonly measure: Measure;
  /** As in the window's own language. */
  readonly words: MeasureWords;
}

/** A measure's sentence in the other language, to hand to a colleague or a client. */
export function OtherSentence({ measure, words }: OtherSentenceProps) {
  const { t, i18n } = useTranslation('measures');
  const namesIn = useRecordNamesIn();
  const other = i18n.language === 'ja' ? 'en' : 'ja';
  const tOther = i18n.getFixedT(other, 'measures');
  const inOther = { ...words, ...namesIn(tOther), t: tOther };
  return (
    <Text size="sm" c="dimmed" data-testid="other-sentence">
      {t('explorer.view.other')} <span lang={other}>{describeMeasure(measure, inOther)}</span>
    </Text>
  );
}
