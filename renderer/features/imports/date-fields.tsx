import { Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateReadingOf } from '../../../shared/csv/date-reading.ts';
import {
  type ColumnPlan,
  type DateFormat,
  type DateMarks,
  dateFormats,
  dateMarks,
} from '../../../shared/schemas/import-plan.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildConsequence } from './build-consequence.ts';
import { DateChoice } from './date-choice.tsx';
import { dateFormatsOf } from './date-formats.ts';
import { describeConsequence } from './describe-consequence.ts';
import { setMarks } from './edit-plan.ts';
import { type DateRole, isSeriesKind } from './roles.ts';
import type { FilePlan } from './use-queued-file.ts';
import { ZoneFields } from './zone-fields.tsx';

export interface DateFieldsProps {
  readonly column: ColumnPlan;
  readonly role: DateRole;
  readonly filePlan: FilePlan;
}

/** How a date column is read and, in one sentence, what that does. */
export function DateFields({ column, role, filePlan }: DateFieldsProps) {
  const { t, i18n } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { plan, preview, chosenDates } = filePlan;
  const fitting = dateFormatsOf(preview, column.index);
  const isOpen = fitting.length > 1 && !chosenDates.includes(column.index);
  const samples = textsOf(filePlan, column.index);
  const dateFormat = column.dateFormat ?? 'iso';
  const language = i18n.language === 'ja' ? 'ja' : 'en';
  const consequence = buildConsequence({ role, reading: dateReadingOf(column), plan, samples });
  return (
    <Stack gap={6}>
      {fitting.length > 1 ? (
        <DateChoice column={column} formats={fitting} samples={samples} filePlan={filePlan} />
      ) : (
        <NativeSelect
          size="xs"
          aria-label={t('dates.formatOf', { name: column.name })}
          value={dateFormat}
          onChange={(event) => filePlan.chooseDate(column.index, event.currentTarget.value as DateFormat)}
          data={dateFormats.map((value) => ({ value, label: t(`dateFormat.${value}`) }))}
        />
      )}
      {dateFormat === 'timestamp' && <ZoneFields column={column} samples={samples} filePlan={filePlan} />}
      {role === 'date' && isSeriesKind(plan.kind) && <SeriesDates filePlan={filePlan} />}
      <Text size="xs" data-testid="consequence" className="consequence">
        {isOpen ? t('consequence.open') : describeConsequence(consequence, { t, format, language })}
      </Text>
    </Stack>
  );
}

/** What the date of a series marks, and how late its values come. */
function SeriesDates({ filePlan }: Pick<DateFieldsProps, 'filePlan'>) {
  const { t } = useTranslation('data');
  const { plan, setPlan } = filePlan;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NativeSelect
        size="xs"
        label={t('dates.marks')}
        value={plan.dateMarks}
        onChange={(event) => setPlan(setMarks(plan, event.currentTarget.value as DateMarks))}
        data={dateMarks.map((value) => ({ value, label: t(`dateMarks.${value}`) }))}
      />
      <NumberInput
        size="xs"
        label={t('dates.lag')}
        min={0}
        max={366}
        allowDecimal={false}
        value={plan.lagDays}
        onChange={(value) => typeof value === 'number' && setPlan({ ...plan, lagDays: value })}
      />
    </Group>
  );
}

/** Texts of a column: the samples, and behind them the preview's rows. */
function textsOf({ preview }: FilePlan, index: number): string[] {
  const samples = preview.columns.find((column) => column.index === index)?.samples ?? [];
  return [...samples, ...preview.rows.map((row) => row[index] ?? '')].filter((text) => text.trim() !== '');
}
