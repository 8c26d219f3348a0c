import { Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { AucNumber } from './auc-number.tsx';
import { buildDeltas } from './build-live.ts';
import { Delta } from './delta.tsx';

export interface KeyFiguresProps {
  readonly figures: LiveFigures;
  readonly before: LiveFigures | null;
  readonly schedule: BacktestSettings['schedule']['type'];
}

/** A change of the AUC that reads .010 or more says something; a smaller one is shown, and not judged. */
const leastAucChange = 0.0095;

/** What a design is judged by, in view wherever the panel is scrolled to; room is kept for what changes. */
export const KeyFigures = memo(function KeyFigures({ figures, before, schedule }: KeyFiguresProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const deltas = buildDeltas(figures, before);
  const { auc, capacity } = figures;
  const caughtShare = capacity.churners === 0 ? null : capacity.caught / capacity.churners;
  return (
    <div className="key-figures">
      <div>
        <Text span size="xs">
          {t('live.auc')} <HelpTip text={t('live.aucHelp')} />
        </Text>
        <AucNumber auc={auc} />
        <span className="key-figures-change">
          <Delta better={deltas.auc} text={format.auc(Math.abs(deltas.auc ?? 0), 3)} least={leastAucChange} />
        </span>
      </div>
      <div>
        <Text span size="xs">
          <Explained term="capacity">
            {t(`live.catch.${schedule}`, { perAsOf: format.number(capacity.perAsOf, 0) })}
          </Explained>
        </Text>
        <Text span size="sm" className="num nowrap">
          {t('live.catchValue', {
            churners: format.number(capacity.churners, 0),
            caught: format.expected(capacity.caught),
            share: format.percent(caughtShare, 0),
          })}
        </Text>
        <span className="key-figures-change">
          <Delta better={deltas.caught} text={format.number(Math.abs(deltas.caught ?? 0), 0)} />
        </span>
      </div>
    </div>
  );
});
