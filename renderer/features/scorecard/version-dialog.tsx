import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface VersionDialogProps {
  readonly scorecardId: string;
  /** Stores what is still waiting, so that the version holds what is seen. */
  readonly flush: () => Promise<void>;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

/** Saves the draft as a version with a name; versions never change. */
export function VersionDialog({ scorecardId, flush, onSaved, onClose }: VersionDialogProps) {
  const { t, i18n } = useTranslation(['scorecard', 'common']);
  useReturnFocus();
  const versions = useQuery('design.versions', { scorecardId }, { refreshOn: ['design'] });
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isSaving, setSaving] = useState(false);
  const name = (typed ?? t('version.defaultName', { n: (versions.value?.items.length ?? 0) + 1 })).trim();
  const save = async () => {
    if (name === '' || isSaving) return;
    setSaving(true);
    await flush();
    const result = await call('design.saveVersion', { scorecardId, name, note: note.trim() });
    setSaving(false);
    if (!result.ok) return notifyFailure(i18n, result.error);
    notifyDone(t('version.saved', { name }));
    onSaved(name);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('version.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Text size="sm">{t('version.text')}</Text>
          <TextInput
            label={t('version.name')}
            value={typed ?? name}
            maxLength={120}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Textarea
            label={t('version.note')}
            value={note}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={name === ''} loading={isSaving}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
