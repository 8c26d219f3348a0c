import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { call } from '../../client/client.ts';
import { notifyDone } from '../../ui/notify.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

export interface SaveAsProps {
  readonly workspace: WorkspaceState;
  /** The menu or the palette asked for it: the name is ready to type. */
  readonly isAsked: boolean;
}

/** A copy under another name in the same folder, which is open from then on. */
export function SaveAs({ workspace, isAsked }: SaveAsProps) {
  const { t } = useTranslation('home');
  const [name, setName] = useState(workspace.name);
  const { open, isBusy } = useOpenWorkspace();
  const trimmed = name.trim();
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (await open(call('workspace.saveAs', { name: trimmed }))) {
      notifyDone(t('saveAs.done', { name: trimmed }));
    }
  };
  return (
    <Stack gap="xs" component="section" mb="lg">
      <Title order={2} size="h4">
        {t('saveAs.title')}
      </Title>
      <form onSubmit={(event) => void submit(event)}>
        <Group gap="xs" align="flex-end">
          <TextInput
            key={isAsked ? 'asked' : 'quiet'}
            size="xs"
            label={t('saveAs.name')}
            value={name}
            maxLength={120}
            autoFocus={isAsked}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" type="submit" disabled={trimmed === ''} loading={isBusy}>
            {t('saveAs.button')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
