import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Explained } from '../../../ui/explained.tsx';
import { pText } from './build-survival.ts';
import { useLab } from './lab-context.ts';

/** Whether the bands differ in who stays, in one sentence. */
export function LogRankText() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { logRank } = useLab().lab.survival;
  const sentence =
    logRank === null
      ? t('lab.survival.noTest')
      : t(logRank.p < 0.05 ? 'lab.survival.differ' : 'lab.survival.same', {
          chi: format.number(logRank.chiSquare, 1),
          df: logRank.degreesOfFreedom,
          p: pText(logRank.p),
        });
  return (
    <span data-testid="log-rank">
      <Explained term="logRank">{sentence}</Explained>
    </span>
  );
}
