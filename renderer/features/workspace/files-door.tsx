import { Button, Stack, Text, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { addFile, call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { Door } from './door.tsx';
import { unusedName } from './unused-name.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/** A new workspace, with the files dropped here waiting on its Data page. */
export function FilesDoor() {
  const { t } = useTranslation('home');
  const recents = useQuery('workspace.recents', {}, { refreshOn: ['workspace'] });
  const [typed, setTyped] = useState<string | null>(null);
  const taken = recents.value?.items.map((recent) => recent.name) ?? [];
  const name = typed ?? unusedName(t('doors.files.defaultName'), taken);
  const isAsked = useAppStore((state) => state.route.argument === 'new');
  const { isBusy, open } = useOpenWorkspace();
  const addFiles = useAddFiles();
  const trimmed = name.trim();

  const drop = async (files: File[]) => {
    if (await open(call('workspace.create', { name: trimmed }), 'data')) await addFiles(files);
  };
  return (
    <Door title={t('doors.files.title')} text={t('doors.files.text')}>
      <TextInput
        size="xs"
        label={t('doors.files.name')}
        value={name}
        maxLength={120}
        autoFocus={isAsked}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Dropzone
        onDrop={(files) => void drop(files)}
        loading={isBusy}
        disabled={trimmed === ''}
        p="md"
        aria-label={t('doors.files.drop')}
        inputProps={{ 'aria-label': t('doors.files.drop') }}
      >
        <Stack gap={2} align="center">
          <FileUp size={20} aria-hidden />
          <Text size="sm" fw={600} ta="center">
            {t('doors.files.drop')}
          </Text>
          <Text size="xs" c="dimmed" ta="center">
            {t('doors.files.choose')}
          </Text>
        </Stack>
      </Dropzone>
      <Button
        variant="default"
        disabled={trimmed === ''}
        loading={isBusy}
        onClick={() => void open(call('workspace.create', { name: trimmed }), 'data')}
      >
        {t('doors.files.create')}
      </Button>
    </Door>
  );
}

function useAddFiles(): (files: readonly File[]) => Promise<void> {
  const { i18n } = useTranslation();
  return async (files) => {
    for (const file of files) {
      const added = await addFile(file);
      if (!added.ok) notifyFailure(i18n, added.error);
      else useAppStore.setState((state) => ({ waitingFiles: [...state.waitingFiles, added.value] }));
    }
  };
}
