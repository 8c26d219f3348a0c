import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/ipc/result.ts';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { call } from '../../client/client.ts';
import { notifyDone } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

interface ChangedOutsideProps {
  readonly workspace: WorkspaceState;
}

/** Somebody else wrote to the file: the save has stopped and asks, at once and until it is answered. */
export function ChangedOutside({ workspace }: ChangedOutsideProps) {
  const { t } = useTranslation('workspace');
  const [isAsking, setAsking] = useState(true);
  return (
    <>
      <Alert color="red" variant="light" role="alert" radius={0}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('changed.banner', { file: workspace.fileName })}</Text>
          <Button size="xs" onClick={() => setAsking(true)}>
            {t('changed.decide')}
          </Button>
        </Group>
      </Alert>
      {isAsking && <Question workspace={workspace} onClose={() => setAsking(false)} />}
    </>
  );
}

function Question({ workspace, onClose }: ChangedOutsideProps & { readonly onClose: () => void }) {
  const { t } = useTranslation(['workspace', 'common']);
  useReturnFocus();
  const { open, isBusy } = useOpenWorkspace();
  const [name, setName] = useState(t('changed.suggestion', { name: workspace.name }));
  const trimmed = name.trim();
  const answer = async (result: Promise<Result<WorkspaceState>>, done: string) => {
    if (!(await open(result, null))) return;
    notifyDone(done);
    onClose();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('changed.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="lg">
        <Text size="sm">{t('changed.text', { file: workspace.fileName })}</Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const saved = call('workspace.saveAs', { name: trimmed });
            void answer(saved, t('changed.savedAs', { name: trimmed }));
          }}
        >
          <Group gap="xs" align="flex-end">
            <TextInput
              flex={1}
              label={t('changed.name')}
              description={t('changed.saveAsText')}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={isBusy} disabled={trimmed === ''}>
              {t('changed.saveAs')}
            </Button>
          </Group>
        </form>
        <Choice
          text={t('changed.reopenText')}
          label={t('changed.reopen')}
          isBusy={isBusy}
          onChoose={() => void answer(call('workspace.reopen', {}), t('changed.reopened'))}
        />
        <Choice
          text={t('changed.overwriteText')}
          label={t('changed.overwrite')}
          isBusy={isBusy}
          onChoose={() =>
            void answer(call('workspace.save', { replaceChanged: true }), t('changed.overwritten'))
          }
        />
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('changed.later')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly label: string;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

function Choice({ text, label, isBusy, onChoose }: ChoiceProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button variant="default" loading={isBusy} onClick={onChoose}>
        {label}
      </Button>
    </Group>
  );
}
