import { Button, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useTask } from '../../client/use-task.ts';
import { Door } from './door.tsx';
import { FilesDoor } from './files-door.tsx';
import { OpenFileButton } from './open-file-button.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';

interface DoorsProps {
  /** Nothing has been opened here before: the sample is the one thing to do. */
  readonly isFirst?: boolean;
}

/** The three ways to begin: look around, bring files, go on. */
export function Doors({ isFirst = false }: DoorsProps) {
  const { t } = useTranslation('home');
  return (
    <SimpleGrid cols={3} spacing="md" component="section" aria-label={t('doors.label')}>
      <SampleDoor isFirst={isFirst} />
      <FilesDoor />
      <Door title={t('doors.open.title')} text={t('doors.open.text')}>
        <OpenFileButton />
        <Text size="xs" c="dimmed">
          {t('doors.open.recent')}
        </Text>
      </Door>
    </SimpleGrid>
  );
}

function SampleDoor({ isFirst }: Required<DoorsProps>) {
  const { t } = useTranslation('home');
  const language = useAppStore((state) => state.language);
  const task = useTask('workspace.openSample', t('doors.sample.running'));
  const { isBusy, open } = useOpenWorkspace();
  return (
    <Door title={t('doors.sample.title')} text={t('doors.sample.text')}>
      <Button
        variant={isFirst ? 'filled' : 'default'}
        loading={task.isRunning || isBusy}
        onClick={() => void open(task.run({ language }))}
      >
        {t('doors.sample.button')}
      </Button>
    </Door>
  );
}
