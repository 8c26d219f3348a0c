import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

type Compared = ChannelOutput<'workspace.compareSaved'>;

interface CompareSavedProps {
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

/** How much is in the open file and in what was last saved here, side by side. */
export function CompareSaved({ onKeep, onClose }: CompareSavedProps) {
  const { t } = useTranslation(['workspace', 'common']);
  useReturnFocus();
  const compared = useQuery('workspace.compareSaved', {});
  const { open, isBusy } = useOpenWorkspace();
  const restore = async (token: string) => {
    const isOpen = await open(call('workspace.restoreBackup', { token }));
    if (isOpen) notifyDone(t('differs.restored'));
    onClose();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('differs.compareTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QueryView query={compared}>
        {(value) => (
          <Stack gap="sm">
            <Amounts compared={value} />
            {value.saved === null && <Text size="sm">{t('differs.none')}</Text>}
            {value.saved?.exact === false && <Text size="sm">{t('differs.older')}</Text>}
            <Group justify="flex-end">
              <Button variant="default" onClick={onKeep}>
                {t('differs.keep')}
              </Button>
              {value.saved !== null && (
                <Button loading={isBusy} onClick={() => void restore(value.saved?.token ?? '')}>
                  {t(value.saved.exact ? 'differs.restore' : 'differs.restoreOlder')}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </QueryView>
    </Modal>
  );
}

function Amounts({ compared: { here, saved } }: { readonly compared: Compared }) {
  const { t } = useTranslation('workspace');
  const format = useFormat();
  const rows = (['accounts', 'batches', 'designSteps'] as const).map((key) => ({
    key,
    here: format.number(here[key], 0),
    saved: saved === null ? '–' : format.number(saved[key], 0),
  }));
  return (
    <Table fz="sm" aria-label={t('differs.compareTitle')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th className="num">{t('differs.here')}</Table.Th>
          <Table.Th className="num">
            {t(saved?.exact === false ? 'differs.savedOlder' : 'differs.saved')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('differs.at')}</Table.Th>
          <Table.Td className="num">{format.instant(here.savedAt)}</Table.Td>
          <Table.Td className="num">{format.instant(saved?.savedAt ?? null)}</Table.Td>
        </Table.Tr>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row">{t(`differs.${row.key}`)}</Table.Th>
            <Table.Td className="num">{row.here}</Table.Td>
            <Table.Td className="num">{row.saved}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
