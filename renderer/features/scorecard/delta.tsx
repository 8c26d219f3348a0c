import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface DeltaProps {
  /** Above 0 = better. */
  readonly better: number | null;
  /** The size of the change, already formatted, without a sign. */
  readonly text: string;
  /** A figure that is better when it falls shows which way it went (+6), its colour what that means. */
  readonly lessIsBetter?: boolean;
  /** A smaller change is shown in grey with its sign, as neither better nor worse: it may be chance. */
  readonly least?: number;
}

/** A small ▲ or ▼ with the change against before; nothing where nothing shows. */
export function Delta({ better, text, lessIsBetter = false, least = 0 }: DeltaProps) {
  const { t } = useTranslation('scorecard');
  if (better === null || better === 0 || Number(text.replace(/[^0-9.]/g, '')) === 0) return null;
  const isBetter = better > 0;
  const sign = isBetter === lessIsBetter ? '−' : '+';
  if (Math.abs(better) < least) {
    return (
      <Text span size="xs" c="dimmed" className="nowrap" title={t('live.smallChange')}>
        {sign}
        {text}
        <span className="visually-hidden">{t('live.smallChange')}</span>
      </Text>
    );
  }
  return (
    <Text span size="xs" className={isBetter ? 'delta-better' : 'delta-worse'}>
      <span aria-hidden>
        {lessIsBetter ? sign : isBetter ? '▲' : '▼'}
        {text}
      </span>
      <span className="visually-hidden">{t(isBetter ? 'live.better' : 'live.worse', { value: text })}</span>
    </Text>
  );
}
