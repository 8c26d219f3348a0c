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
  const shown = tellingSamples(samples, formats).slice(0, 2);
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

/** Texts that every format reads, each in its own way; the first ones where there is none. */
function tellingSamples(samples: readonly string[], formats: readonly DateFormat[]): string[] {
  const texts = [...new Set(samples)];
  const telling = texts.filter((text) => {
    const days = formats.map((format) => readSamples([text], format)[0]?.day ?? null);
    return !days.includes(null) && new Set(days).size === formats.length;
  });
  return telling.length > 0 ? telling : texts;
}
