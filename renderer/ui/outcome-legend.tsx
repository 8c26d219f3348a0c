import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { colours } from './colours.ts';

export interface OutcomeLegendProps {
  /** Rows; left out where pictures of different rows share the legend. */
  readonly churned?: number;
  readonly kept?: number;
}

/** What the two colours of a histogram mean, with how many rows each stands for; heights do not compare them. */
export function OutcomeLegend({ churned, kept }: OutcomeLegendProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const entry = (colour: string, label: string, rows: number | undefined) => (
    <Group gap={6} wrap="nowrap">
      <svg width={10} height={10} aria-hidden>
        <rect width={10} height={10} rx={2} fill={colour} />
      </svg>
      <Text size="xs" c="dimmed">
        {label} {rows !== undefined && format.count(rows, 'row')}
      </Text>
    </Group>
  );
  return (
    <Group gap="md" style={{ rowGap: 0 }}>
      {entry(colours.churned, t('label.churned'), churned)}
      {entry(colours.kept, t('label.kept'), kept)}
      <Text size="xs" c="dimmed">
        {t('histogram.scaledApart')}
      </Text>
    </Group>
  );
}
