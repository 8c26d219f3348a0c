import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface SaveVersionProps {
  readonly scorecardId: string;
  readonly onClose: () => void;
}

/** Keeps the draft as a version under a name; a version never changes. */
export function SaveVersion({ scorecardId, onClose }: SaveVersionProps) {
  const { t, i18n } = useTranslation(['lifecycle', 'common']);
  useReturnFocus();
  const bump = useAppStore((state) => state.bump);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await call('design.saveVersion', { scorecardId, name: name.trim(), note });
    setBusy(false);
    if (!result.ok) return notifyFailure(i18n, result.error);
    bump('design');
    notifyDone(t('saved', { number: result.value.number, name: result.value.name }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('saveTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            data-autofocus
            required
            label={t('name')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('note')}
            placeholder={t('notePlaceholder')}
            value={note}
            maxLength={2000}
            autosize
            minRows={3}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
