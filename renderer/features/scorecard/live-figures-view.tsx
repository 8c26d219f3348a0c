import { Group, Stack, Text, Title } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Explained, type Term } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { AucNumber } from './auc-number.tsx';
import { BandRates } from './band-rates.tsx';
import { buildBandRows, buildDeltas } from './build-live.ts';
import { Delta } from './delta.tsx';
import { KeyFigures } from './key-figures.tsx';
import { ScoreDistribution } from './score-distribution.tsx';

export interface LiveFiguresViewProps {
  readonly bands: readonly Band[];
  readonly figures: LiveFigures;
  readonly before: LiveFigures | null;
  readonly since: string;
  readonly schedule: BacktestSettings['schedule']['type'];
  /** Who changes band, below the bands of today. */
  readonly changes?: ReactNode;
  /** Begins the comparison anew with the design as it is; null = can't. */
  readonly compareFromHere?: (() => void) | null;
}

/** The live figures: what a design is judged by stays on top, then how scores lie, what bands mean, how it ranks. */
export const LiveFiguresView = memo(function LiveFiguresView(props: LiveFiguresViewProps) {
  const { bands, figures, before, since, schedule } = props;
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const deltas = buildDeltas(figures, before);
  return (
    <Stack gap={10} data-testid="live-figures" data-seq={figures.seq}>
      <KeyFigures figures={figures} before={before} schedule={schedule} />
      <Part title={t('live.distribution')} term="distribution">
        <ScoreDistribution histogram={figures.histogram} bands={bands} />
      </Part>
      <Part title={t('live.bandRates')} term="churnRate">
        <BandRates bands={bands} figures={figures} before={before} />
      </Part>
      <Part title={t('live.auc')}>
        <AucLines figures={figures} />
      </Part>
      <Part title={t('live.today', { asOf: format.asOf(figures.today.asOf) })} term="bandShare">
        <TodayLine bands={bands} figures={figures} before={before} />
        {props.changes}
      </Part>
      <Text size="xs">
        <Explained term="unscored">{t('live.unscored')}</Explained>:{' '}
        {t('live.unscoredValue', {
          rows: format.number(figures.unscoredRows, 0),
          share: format.percent(figures.rows === 0 ? null : figures.unscoredRows / figures.rows),
        })}{' '}
        <Delta
          better={deltas.unscored}
          text={format.number(Math.abs(deltas.unscored ?? 0), 0)}
          lessIsBetter
        />
      </Text>
      <Text size="xs" c="dimmed">
        {t('live.since', { since })}{' '}
        {props.compareFromHere && (
          <button type="button" className="plain-link" onClick={props.compareFromHere}>
            {t('live.compareFromHere')}
          </button>
        )}
      </Text>
    </Stack>
  );
});

interface PartProps {
  readonly title: string;
  readonly term?: Term;
  readonly children: ReactNode;
}

function Part({ title, term, children }: PartProps) {
  return (
    <div>
      <Title order={3} size="xs" fw={600} mb={4}>
        {term === undefined ? title : <Explained term={term}>{title}</Explained>}
      </Title>
      {children}
    </div>
  );
}

function AucLines({ figures }: { readonly figures: LiveFigures }) {
  const { t } = useTranslation('scorecard');
  const { t: words } = useTranslation('backtest');
  const { auc, hardestBaseline } = figures;
  return (
    <div className="auc-lines">
      <Text span size="sm">
        {t('live.aucThis')}
      </Text>
      <AucNumber auc={auc} />
      <IntervalBar estimate={auc} min={0.4} max={1} reference={0.5} width={96} />
      {hardestBaseline !== null && (
        <>
          <Text span size="sm" c="dimmed">
            {t('live.aucBaseline', { name: words(`baseline.name.${hardestBaseline.key}`) })}
          </Text>
          <AucNumber auc={hardestBaseline.auc} isQuiet />
          <IntervalBar
            estimate={hardestBaseline.auc}
            min={0.4}
            max={1}
            reference={0.5}
            width={96}
            colour="var(--mantine-color-dimmed)"
          />
        </>
      )}
    </div>
  );
}

function TodayLine({ bands, figures, before }: Pick<LiveFiguresViewProps, 'bands' | 'figures' | 'before'>) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  return (
    <Group gap="sm">
      {buildBandRows(bands, figures, before).map(({ band, today }) => (
        <Group key={band.id} gap={4} wrap="nowrap">
          <BandBadge band={band} />
          <Text span size="sm" fw={600}>
            {format.number(today, 0)}
          </Text>
        </Group>
      ))}
      {figures.today.unscored > 0 && (
        <Text span size="xs" c="dimmed">
          {t('live.todayUnscored', { value: format.count(figures.today.unscored, 'account') })}
        </Text>
      )}
    </Group>
  );
}
