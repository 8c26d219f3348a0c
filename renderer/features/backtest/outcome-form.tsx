import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isHopedFor, soughtOutcomes } from '../../../shared/schemas/outcome-kinds.ts';
import type { SettingFormProps } from './setting-form.tsx';

/** What the score is asked to see coming; churn can be narrowed to what accounts chose themselves. */
export function OutcomeForm({ draft, onChange }: SettingFormProps) {
  const { t } = useTranslation('backtest');
  const outcome = draft.outcome ?? 'churn';
  const choose = (value: string) => {
    const { voluntaryOnly: _, outcome: __, ...rest } = draft;
    const chosen = soughtOutcomes.find((kind) => kind === value) ?? 'churn';
    onChange(chosen === 'churn' ? rest : { ...rest, outcome: chosen });
  };
  const setVoluntary = (isOn: boolean) => {
    const { voluntaryOnly: _, ...rest } = draft;
    onChange(isOn ? { ...rest, voluntaryOnly: true } : rest);
  };
  return (
    <Stack gap="sm">
      <Radio.Group label={t('settings.outcome')} value={outcome} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {soughtOutcomes.map((kind) => (
            <Radio key={kind} value={kind} label={t(`set.outcome.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {outcome === 'churn' && (
        <Checkbox
          label={t('set.voluntaryOnly')}
          description={t('set.voluntaryHelp')}
          checked={draft.voluntaryOnly ?? false}
          onChange={(event) => setVoluntary(event.currentTarget.checked)}
        />
      )}
      {outcome !== 'churn' && (
        <Text size="xs" c="dimmed">
          {t(isHopedFor(outcome) ? 'set.fromTop' : 'set.fromBottom')} {t('set.otherChurns')}
        </Text>
      )}
    </Stack>
  );
}
