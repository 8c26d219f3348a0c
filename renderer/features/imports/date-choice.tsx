import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnPlan, DateFormat } from '../../../shared/schemas/import-plan.ts';
import { formatDay } from '../../format/days.ts';
import { readSamples } from './build-consequence.ts';
import type { FilePlan } from './use-queued-file.ts';

export interface DateChoiceProps {
  readonly column: ColumnPlan;
  readonly formats: readonly DateFormat[];
  readonly samples: readonly string[];
  readonly filePlan: FilePlan;
}

/** Both readings of dates like 03/04/2024, side by side: the person says which is meant. */
export function DateChoice({ column, formats, samples, filePlan }: DateChoiceProps) {
  const { t } = useTranslation('data');
  const isChosen = filePlan.chosenDates.includes(column.index);
  const shown = [...new Set(samples)].slice(0, 2);
  return (
    <Radio.Group
      size="xs"
      label={t('dates.choose', { name: column.name })}
      value={isChosen ? (column.dateFormat ?? null) : null}
      onChange={(value) => filePlan.chooseDate(column.index, value as DateFormat)}
    >
      <Stack gap={4} mt={4}>
        {formats.map((format) => (
          <Radio
            key={format}
            size="xs"
            value={format}
            label={t('dates.reading', {
              format: t(`dateFormat.${format}`),
              readings: readSamples(shown, format)
                .map(({ text, day }) => `${text} → ${formatDay(day)}`)
                .join(', '),
            })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
