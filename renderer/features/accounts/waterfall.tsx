import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { colours } from '../../ui/colours.ts';
import { Section } from '../../ui/section.tsx';
import { buildWaterfall, type WaterfallBar } from './build-waterfall.ts';
import { buildWaterfallChart } from './build-waterfall-chart.ts';
import { measureName } from './measure-name.ts';
import { roundTenth } from './safe-bound.ts';
import type { AccountScene } from './use-account.ts';

const barHeight = 34;

export function Waterfall({ account, scorecard, measures }: AccountScene) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const bars = useMemo(() => buildWaterfall(account.score, account.contributions), [account]);
  const colour = scorecard.bands.find((band) => band.id === account.bandId)?.colour ?? colours.neutral;
  const option = useMemo(() => {
    const nameOf = (bar: WaterfallBar) => {
      if (bar.kind === 'loss') return measureName(measures, bar.measureId ?? '');
      return t(`waterfall.${bar.kind}`);
    };
    const textOf = ({ kind, amount }: WaterfallBar) =>
      kind === 'loss' || kind === 'rest' ? `−${format.score(roundTenth(amount))}` : format.score(amount);
    return buildWaterfallChart(bars, { nameOf, textOf }, colour);
  }, [bars, measures, t, format, colour]);
  return (
    <Section title={t('waterfall.title')} help={t('waterfall.help')}>
      <Chart
        option={option}
        height={bars.length * barHeight + 32}
        ariaLabel={t('waterfall.label', {
          score: format.score(account.score),
          losses: format.number(bars.length - 2, 0),
        })}
      />
    </Section>
  );
}
