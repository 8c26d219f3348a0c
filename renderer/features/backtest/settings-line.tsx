import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useFormat } from '../../format/use-format.ts';
import { SettingChip } from './setting-chip.tsx';
import { type SettingText, useSettingTexts } from './use-setting-texts.ts';
import { type SettingField, validateSettings } from './validate-settings.ts';

export interface SettingsLineProps {
  readonly settings: BacktestSettings;
  /** What an automatic split came to in the run on screen. */
  readonly chosenTestFrom?: number | null;
  readonly onChange: (settings: BacktestSettings) => void;
}

/** What decides most about a back-test stands on the line; the rest unfolds, or comes up where it says something. */
const always: readonly SettingField[] = ['outcome', 'schedule', 'gapDays', 'horizonDays', 'testFrom'];

/** All settings as one line of chips; each opens its own small form. */
export function SettingsLine({ settings, chosenTestFrom, onChange }: SettingsLineProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const texts = useSettingTexts(settings, chosenTestFrom);
  const problems = new Set(validateSettings(settings).map(({ field }) => field));
  const isAlways = ({ field }: SettingText) =>
    always.includes(field) || problems.has(field) || (field === 'segment' && settings.segment != null);
  const others = texts.filter((text) => !isAlways(text));
  return (
    <Group gap={6} role="group" aria-label={t('settings.title')}>
      {(isOpen ? texts : texts.filter(isAlways)).map((text) => (
        <SettingChip key={text.field} text={text} settings={settings} onChange={onChange} />
      ))}
      {others.length > 0 && (
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('settings.less') : t('settings.more', { value: format.number(others.length, 0) })}
        </Button>
      )}
    </Group>
  );
}
