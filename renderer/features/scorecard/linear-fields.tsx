import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlotDomain } from './build-bins.ts';
import type { LinearScale } from './edit-scale.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface LinearFieldsProps {
  readonly scale: LinearScale;
  readonly domain: PlotDomain;
  readonly edits: ScaleEdits;
}

/** The two ends of a linear scale, typed. */
export function LinearFields({ scale, domain, edits }: LinearFieldsProps) {
  const { t } = useTranslation('scorecard');
  return (
    <Group gap="sm">
      {(['worst', 'best'] as const).map((end) => (
        <NumberInput
          key={end}
          label={t(`scale.${end}`)}
          size="xs"
          w={140}
          step={domain.step}
          value={scale[end]}
          onChange={(typed) => {
            if (typeof typed === 'number' && typed !== scale[end]) edits.end('commitSoon', end, typed);
          }}
        />
      ))}
    </Group>
  );
}
