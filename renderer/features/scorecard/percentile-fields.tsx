import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface PercentileFieldsProps {
  readonly scale: Extract<Scale, { type: 'percentile' }>;
  readonly edits: ScaleEdits;
}

const directions = ['higher', 'lower'] as const;

/** Which side of its peers is the healthy one. */
export function PercentileFields({ scale, edits }: PercentileFieldsProps) {
  const { t } = useTranslation('scorecard');
  return (
    <Select
      label={t('scale.healthySide')}
      size="xs"
      w={240}
      data={directions.map((value) => ({ value, label: t(`scale.healthySideOf.${value}`) }))}
      value={scale.direction}
      onChange={(direction) =>
        direction !== null && edits.commit('setDirection', { type: 'percentile', direction })
      }
      allowDeselect={false}
    />
  );
}
