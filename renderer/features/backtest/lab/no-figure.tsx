import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NoFigureReason } from '../../../../shared/schemas/lab-figures.ts';

/** Why a figure is not there, in one sentence. */
export function NoFigure({ reason }: { readonly reason: NoFigureReason }) {
  const { t } = useTranslation('backtest');
  return (
    <Text size="sm" role="note">
      {t(`lab.reason.${reason}`)}
    </Text>
  );
}
