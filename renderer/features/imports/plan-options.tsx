import { Checkbox, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { unguardCell } from '../../../shared/csv/guard-cell.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { hasSource } from '../../../shared/schemas/record-kinds.ts';
import { formatDay, parseDay } from '../../format/days.ts';
import { ReplaceChoice } from './replace-choice.tsx';
import { columnOfRole, isNumberRole, isSeriesKind } from './roles.ts';
import type { FilePlan } from './use-queued-file.ts';

interface OptionProps {
  readonly plan: ImportPlan;
  readonly onChange: (change: Partial<ImportPlan>) => void;
}

/** What holds for the whole file: numbers, the record source, until when it is complete, accounts not known yet. */
export function PlanOptions({ filePlan }: { readonly filePlan: FilePlan }) {
  const { t } = useTranslation('data');
  const { plan, setPlan } = filePlan;
  const onChange = (change: Partial<ImportPlan>) => setPlan({ ...plan, ...change });
  const { kind } = plan;
  const hasNumbers = isSeriesKind(kind) || plan.columns.some(({ role }) => isNumberRole(role));
  const hasEnds =
    kind === 'outcomes' ||
    (kind === 'accounts' &&
      ['endOn', 'noticeOn'].some((role) => columnOfRole(plan, role as 'endOn') !== undefined));
  return (
    <fieldset className="plan-options">
      <legend>{t('options.title')}</legend>
      <ReplaceChoice plan={plan} onChange={onChange} />
      {hasSource(kind) && (
        <TextInput
          size="xs"
          label={t('options.source')}
          description={t('options.sourceText')}
          maxLength={120}
          value={plan.source}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
      )}
      {hasEnds && <CompleteUntil plan={plan} onChange={onChange} />}
      {kind !== 'accounts' && kind !== 'snapshot' && <UnknownAccounts plan={plan} onChange={onChange} />}
      {hasNumbers && <DecimalMark plan={plan} onChange={onChange} />}
      {isSeriesKind(kind) && (
        <Checkbox
          size="xs"
          label={t('options.blankMeansZero')}
          description={t('options.blankMeansZeroText')}
          checked={plan.blankMeansZero}
          onChange={(event) => onChange({ blankMeansZero: event.currentTarget.checked })}
        />
      )}
      {hasGuards(filePlan) && (
        <Checkbox
          size="xs"
          label={t('options.guarded')}
          description={t('options.guardedText')}
          checked={plan.guarded === true}
          onChange={(event) => onChange({ guarded: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

/** Whether apostrophes before what a spreadsheet could run are taken off, or could be. */
function hasGuards({ plan, preview }: FilePlan): boolean {
  return plan.guarded === true || preview.rows.some((row) => row.some((cell) => unguardCell(cell) !== cell));
}

function CompleteUntil({ plan, onChange }: OptionProps) {
  const { t } = useTranslation('data');
  const isAsked = plan.kind === 'outcomes' && plan.completeUntil === null;
  return (
    <DateInput
      size="xs"
      clearable
      label={t('options.completeUntil')}
      description={t(isAsked ? 'options.completeUntilAsk' : 'options.completeUntilText')}
      value={plan.completeUntil === null ? null : formatDay(plan.completeUntil)}
      valueFormat="YYYY-MM-DD"
      placeholder="2024-06-30"
      clearButtonProps={{ 'aria-label': t('options.clearDate') }}
      onChange={(value) => onChange({ completeUntil: value === null ? null : parseDay(value) })}
    />
  );
}

function UnknownAccounts({ plan, onChange }: OptionProps) {
  const { t } = useTranslation('data');
  return (
    <NativeSelect
      size="xs"
      label={t('options.unknownAccounts')}
      description={t('options.unknownAccountsText')}
      value={plan.unknownAccounts}
      onChange={(event) =>
        onChange({ unknownAccounts: event.currentTarget.value as ImportPlan['unknownAccounts'] })
      }
      data={(['add', 'skip', 'stop'] as const).map((value) => ({
        value,
        label: t(`unknownAccounts.${value}`),
      }))}
    />
  );
}

function DecimalMark({ plan, onChange }: OptionProps) {
  const { t } = useTranslation('data');
  return (
    <div>
      <Text size="xs" fw={500} id="decimal-mark">
        {t('options.decimal')}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {t('options.decimalText')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby="decimal-mark"
        value={plan.decimal}
        onChange={(value) => onChange({ decimal: value === ',' ? ',' : '.' })}
        data={[
          { value: '.', label: '1,234.5' },
          { value: ',', label: '1.234,5' },
        ]}
      />
    </div>
  );
}
