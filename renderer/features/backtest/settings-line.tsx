import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { SettingChip } from './setting-chip.tsx';
import { useSettingTexts } from './use-setting-texts.ts';

export interface SettingsLineProps {
  readonly settings: BacktestSettings;
  /** What an automatic split came to in the run on screen. */
  readonly chosenTestFrom?: number | null;
  readonly onChange: (settings: BacktestSettings) => void;
}

/** All settings as one line of chips; each opens its own small form. */
export function SettingsLine({ settings, chosenTestFrom, onChange }: SettingsLineProps) {
  const { t } = useTranslation('backtest');
  const texts = useSettingTexts(settings, chosenTestFrom);
  return (
    <Group gap={6} role="group" aria-label={t('settings.title')}>
      <Text size="sm" fw={600}>
        {t('settings.title')}
      </Text>
      {texts.map((text) => (
        <SettingChip key={text.field} text={text} settings={settings} onChange={onChange} />
      ))}
    </Group>
  );
}
