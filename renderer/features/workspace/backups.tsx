import { Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

type Backup = ChannelOutput<'workspace.backups'>['items'][number];

/** Copies kept by themselves; going back to one can itself be taken back. */
export function Backups() {
  const { t } = useTranslation('home');
  const backups = useQuery('workspace.backups', {}, { refreshOn: ['workspace'] });
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('backups.title')}
      </Title>
      <QueryView
        query={backups}
        empty={({ items }) => items.length === 0 && <Text size="sm">{t('backups.none')}</Text>}
      >
        {({ items }) => <BackupTable items={items} onChoose={setChosen} />}
      </QueryView>
      {chosen !== null && <RestoreQuestion backup={chosen} onClose={() => setChosen(null)} />}
    </Stack>
  );
}

interface BackupTableProps {
  readonly items: readonly Backup[];
  readonly onChoose: (backup: Backup) => void;
}

function BackupTable({ items, onChoose }: BackupTableProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <Table verticalSpacing={4} fz="sm" aria-label={t('backups.title')}>
      <Table.Tbody>
        {items.map((backup) => (
          <Table.Tr key={backup.token}>
            <Table.Td>{format.instant(backup.savedAt)}</Table.Td>
            <Table.Td className="num">{format.size(backup.sizeBytes)}</Table.Td>
            <Table.Td>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('backups.restoreLabel', { when: format.instant(backup.savedAt) })}
                onClick={() => onChoose(backup)}
              >
                {t('backups.restore')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RestoreQuestion({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const { t } = useTranslation(['home', 'common']);
  useReturnFocus();
  const format = useFormat();
  const { open, isBusy } = useOpenWorkspace();
  const when = format.instant(backup.savedAt);
  const restore = async () => {
    if (await open(call('workspace.restoreBackup', { token: backup.token }))) {
      notifyDone(t('backups.done', { when }));
    }
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backups.confirmTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack>
        <Text size="sm">{t('backups.confirmText', { when })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void restore()}>
            {t('backups.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
