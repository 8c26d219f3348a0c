import type { TFunction } from 'i18next';
import { formatAuc } from '../../format/numbers.ts';
import { type MeasureRow, signalOfRow } from './build-measure-rows.ts';

/** The noise floor of a measure in one sentence, with what the measure itself reaches. */
export function describeNoise({ figures, explored }: MeasureRow, t: TFunction<'measures'>): string {
  if (explored === null || figures === null) return t('explorer.view.floor.waiting');
  const { iv, noise } = explored;
  const auc = figures.auc?.value ?? null;
  const signal = signalOfRow({ figures, explored });
  if (signal === null || noise.aucDistance === null || auc === null) return t('explorer.view.floor.none');
  return t(`explorer.view.floor.${signal}`, {
    shuffles: noise.shuffles,
    auc: formatAuc(0.5 + noise.aucDistance),
    iv: formatAuc(noise.iv),
    ownAuc: formatAuc(auc),
    ownIv: formatAuc(iv),
  });
}
