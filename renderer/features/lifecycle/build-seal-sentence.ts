import type { TFunction } from 'i18next';
import type { SealFigures } from '../../../shared/schemas/lifecycle.ts';
import { formatAuc } from '../../format/numbers.ts';

/** The grade of a seal in one sentence, churned accounts first; directional below 30. */
export function buildSealSentence(figures: SealFigures, t: TFunction<'lifecycle'>): string {
  const { verdict, gate, churned, unscoredChurned, auc } = figures;
  const sentence = t(`grade.sentence.${verdict}`, {
    churned,
    unscored: unscoredChurned,
    auc: formatAuc(auc?.value ?? null),
    low: formatAuc(auc?.low ?? null),
    high: formatAuc(auc?.high ?? null),
  });
  return gate === 'directional' ? t('grade.sentence.directional', { sentence }) : sentence;
}
