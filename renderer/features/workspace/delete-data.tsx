import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { call } from '../../client/client.ts';
import { readWorkspace } from '../../client/read-workspace.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

type Recent = ChannelOutput<'workspace.recents'>['items'][number];

/** Removes a client's data from this computer, after its name was typed. */
export function DeleteData({ recent }: { readonly recent: Recent }) {
  const { t } = useTranslation('workspace');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('delete.label', { name: recent.name })}
        onClick={() => setAsking(true)}
      >
        {t('delete.action')}
      </Button>
      {isAsking && <Question recent={recent} onClose={() => setAsking(false)} />}
    </>
  );
}

function Question({ recent, onClose }: { readonly recent: Recent; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(['workspace', 'common']);
  useReturnFocus();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { name, fileName: file } = recent;
  const isSure = typed.trim() === name.trim();
  const remove = async () => {
    setBusy(true);
    const result = await call('workspace.deleteData', { token: recent.token });
    setBusy(false);
    onClose();
    await readWorkspace();
    if (result.ok) notifyDone(t('delete.done', { name }));
    else notifyFailure(i18n, result.error);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('delete.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) void remove();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('delete.text')}</Text>
          <List size="sm">
            <List.Item>{t('delete.items.file', { file })}</List.Item>
            <List.Item>{t('delete.items.backups')}</List.Item>
            <List.Item>{t('delete.items.memory')}</List.Item>
            <List.Item>{t('delete.items.uploads')}</List.Item>
          </List>
          <Text size="sm">{t('delete.stays')}</Text>
          <TextInput
            label={t('delete.type', { name })}
            value={typed}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" color="red" loading={isBusy} disabled={!isSure}>
              {t('delete.button')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
