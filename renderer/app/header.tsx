import { ActionIcon, Button, Group, Kbd, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Redo2, Search, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { AsOfSwitch } from './as-of-switch.tsx';
import { SaveState } from './save-state.tsx';
import { ScorecardSwitch } from './scorecard-switch.tsx';
import { useUndo } from './use-undo.ts';

/** Workspace and its save state, the scorecard and day in force, undo, redo, commands. */
export function Header() {
  const workspace = useAppStore((state) => state.workspace);
  const isOpen = workspace !== null && workspace !== undefined;
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Text fw={700} size="sm" truncate maw={260} title={isOpen ? workspace.name : 'Myaku'}>
          {isOpen ? workspace.name : 'Myaku'}
        </Text>
        {isOpen && <SaveState workspace={workspace} />}
      </Group>
      <Group gap="xs" wrap="nowrap">
        {isOpen && <ScorecardSwitch />}
        {isOpen && <AsOfSwitch />}
        {isOpen && <UndoButtons />}
        <PaletteButton />
      </Group>
    </Group>
  );
}

function UndoButtons() {
  const { t } = useTranslation(['commands', 'common']);
  const { undoName, redoName, undo, redo } = useUndo();
  const undoLabel = undoName === null ? t('common:action.undo') : t('undo', { step: undoName });
  const redoLabel = redoName === null ? t('common:action.redo') : t('redo', { step: redoName });
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={undoLabel}>
        <ActionIcon variant="default" aria-label={undoLabel} disabled={undoName === null} onClick={undo}>
          <Undo2 size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoLabel}>
        <ActionIcon variant="default" aria-label={redoLabel} disabled={redoName === null} onClick={redo}>
          <Redo2 size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function PaletteButton() {
  const { t } = useTranslation('shell');
  const isApple = navigator.platform.startsWith('Mac');
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Search size={14} aria-hidden />}
      onClick={() => spotlight.open()}
    >
      <VisuallyHidden>{t('header.palette')}</VisuallyHidden>
      <Kbd size="xs">{isApple ? '⌘K' : 'Ctrl K'}</Kbd>
    </Button>
  );
}
