import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wholeNumber } from './whole-number.ts';

interface Lookback {
  readonly lookback: number;
  readonly shift: number;
}

export interface LookbackFieldsProps {
  /** Word of one day or period, beside the numbers. */
  readonly unit: string;
  readonly value: Lookback;
  readonly onChange: (value: Lookback) => void;
}

/** How long a window is, and how far back it lies. */
export function LookbackFields({ unit, value, onChange }: LookbackFieldsProps) {
  const { t } = useTranslation('measures');
  const { lookback, shift } = value;
  return (
    <Group grow align="flex-end">
      <NumberInput
        label={t('editor.lookback')}
        suffix={` ${unit}`}
        value={lookback}
        onChange={(typed) => onChange({ lookback: wholeNumber(typed), shift })}
        min={1}
        max={3660}
        allowDecimal={false}
      />
      <NumberInput
        label={t('editor.shift')}
        description={t('editor.shiftHint')}
        suffix={` ${unit}`}
        value={shift}
        onChange={(typed) => onChange({ lookback, shift: wholeNumber(typed) })}
        min={0}
        max={3660}
        allowDecimal={false}
      />
    </Group>
  );
}
