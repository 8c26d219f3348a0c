import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '../../shared/schemas/workspace-state.ts';
import { useFormat } from '../format/use-format.ts';

/** "Saved 10:42" always means that this image is on disk. */
export function SaveState({ workspace }: { readonly workspace: WorkspaceState }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { saveState, savedAt } = workspace;
  const text =
    saveState === 'saved'
      ? savedAt === null
        ? t('save.savedNever')
        : t('save.saved', { time: format.time(savedAt) })
      : t(`save.${saveState}`);
  return (
    <Text
      size="xs"
      c={saveState === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
      fw={saveState === 'failed' ? 700 : 400}
      data-testid="save-state"
      data-state={saveState}
      style={{ whiteSpace: 'nowrap' }}
    >
      {text}
    </Text>
  );
}
