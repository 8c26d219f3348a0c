import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BandMoves } from '../../../../shared/schemas/lab-figures.ts';
import { useRun } from '../run-context.ts';
import { bandName } from './build-calibration.ts';

/** What a state of the band moves is called, by its position. */
export function useStateNames({ states }: BandMoves): (state: number) => string {
  const { t } = useTranslation('backtest');
  const { bands } = useRun().output.scorecard;
  return useMemo(
    () => (state: number) => {
      const found = states[state];
      if (found === undefined) return '';
      return found.kind === 'band'
        ? bandName(bands, found.bandId ?? '')
        : t(`lab.months.state.${found.kind}`);
    },
    [states, bands, t],
  );
}
