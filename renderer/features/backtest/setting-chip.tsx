import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useFormat } from '../../format/use-format.ts';
import { SettingForm } from './setting-form.tsx';
import type { SettingText } from './use-setting-texts.ts';
import { type SettingProblem, validateSettings } from './validate-settings.ts';

export interface SettingChipProps {
  readonly text: SettingText;
  readonly settings: BacktestSettings;
  readonly onChange: (settings: BacktestSettings) => void;
}

/** One setting: its value on a chip, its form in a popover; nothing changes before "Apply". */
export function SettingChip({ text, settings, onChange }: SettingChipProps) {
  const { t } = useTranslation(['backtest', 'common']);
  const [draft, setDraft] = useState<BacktestSettings | null>(null);
  const { field, name, value } = text;
  const hasProblem = validateSettings(settings).some((problem) => problem.field === field);
  const problems = draft === null ? [] : validateSettings(draft);
  const isBlocked = problems.some((problem) => problem.field === field);
  const apply = () => {
    if (draft === null || isBlocked) return;
    setDraft(null);
    onChange(draft);
  };
  return (
    <Popover
      opened={draft !== null}
      onChange={(isOpen) => !isOpen && setDraft(null)}
      position="bottom-start"
      withArrow
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          radius="xl"
          variant="default"
          fw={400}
          {...(hasProblem ? { leftSection: <TriangleAlert aria-hidden size={14} />, c: 'red' } : {})}
          onClick={() => setDraft(draft === null ? settings : null)}
        >
          {name}:&nbsp;<b>{value}</b>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {draft !== null && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              apply();
            }}
          >
            <Stack gap="sm" w={300}>
              <Text size="sm">{t(`settings.${field}Help`)}</Text>
              <SettingForm field={field} draft={draft} onChange={setDraft} />
              <Problems problems={problems} draft={draft} />
              <Group justify="flex-end" gap="xs">
                <Button size="xs" variant="default" onClick={() => setDraft(null)}>
                  {t('common:action.cancel')}
                </Button>
                <Button size="xs" type="submit" disabled={isBlocked}>
                  {t('common:action.apply')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ProblemsProps {
  readonly problems: readonly SettingProblem[];
  readonly draft: BacktestSettings;
}

function Problems({ problems, draft }: ProblemsProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {problems
        .map(({ key, low, high }) =>
          t(`settings.problem.${key}`, {
            day: format.day(Number.isNaN(draft.knownThrough) ? null : draft.knownThrough),
            low: format.number(low ?? null, 0),
            high: format.number(high ?? null, 0),
          }),
        )
        .join(' ')}
    </Text>
  );
}
