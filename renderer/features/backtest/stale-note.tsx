import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useQuery } from '../../client/use-query.ts';
import { areSameSettings } from './choose-run.ts';
import type { RunOutput } from './run-context.ts';

export interface StaleNoteProps {
  readonly output: RunOutput;
  /** The settings in force. */
  readonly settings: BacktestSettings;
  readonly onUse: (settings: BacktestSettings) => void;
}

/** Says when the result on screen is of an earlier design or of other settings. */
export function StaleNote({ output, settings, onUse }: StaleNoteProps) {
  const { t } = useTranslation('backtest');
  const { run, figures } = output;
  const versions = useQuery('design.versions', { scorecardId: run.scorecardId }, { refreshOn: ['design'] });
  const draftHash = versions.value?.draftHash;
  const hasOtherDesign = draftHash !== undefined && draftHash !== run.designHash;
  const hasOtherSettings = !areSameSettings(figures.settings, settings);
  if (!hasOtherDesign && !hasOtherSettings) return null;
  return (
    <Alert variant="default" p="xs" role="status">
      <Group gap="sm">
        <Text size="sm">
          {[
            ...(hasOtherDesign ? [t('stale.design')] : []),
            ...(hasOtherSettings ? [t('stale.settings')] : []),
          ].join(' ')}
        </Text>
        {hasOtherSettings && (
          <Button size="compact-xs" variant="default" onClick={() => onUse(figures.settings)}>
            {t('stale.useRunSettings')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
