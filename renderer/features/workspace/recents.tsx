import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { DeleteData } from './delete-data.tsx';
import type { Recent } from './newest-recent.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/** Workspaces opened before, and those in Myaku's own folder; missing ones are marked. */
export function Recents() {
  const { t } = useTranslation('home');
  const recents = useQuery('workspace.recents', {}, { refreshOn: ['workspace', 'data'] });
  const folder = useAppStore((state) => state.folderName);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('recents.title')}
      </Title>
      {folder !== '' && (
        <Text size="xs" c="dimmed">
          {t('recents.folder', { folder })}
        </Text>
      )}
      <QueryView
        query={recents}
        empty={({ items }) => items.length === 0 && <Text size="sm">{t('recents.none')}</Text>}
      >
        {({ items }) => <RecentTable items={items} />}
      </QueryView>
    </Stack>
  );
}

function RecentTable({ items }: { readonly items: readonly Recent[] }) {
  const { t } = useTranslation('home');
  return (
    <Table verticalSpacing={6} fz="sm" aria-label={t('recents.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('recents.name')}</Table.Th>
          <Table.Th className="num">{t('recents.size')}</Table.Th>
          <Table.Th className="num">{t('recents.accounts')}</Table.Th>
          <Table.Th>{t('recents.opened')}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((recent) => (
          <RecentRow key={recent.token} recent={recent} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RecentRow({ recent }: { readonly recent: Recent }) {
  const { t } = useTranslation(['home', 'common']);
  const format = useFormat();
  const { open, isBusy } = useOpenWorkspace();
  const openName = useAppStore((state) => state.workspace?.fileName ?? null);
  const state = recent.missing
    ? t('recents.missing')
    : openName === recent.fileName
      ? t('recents.current')
      : null;
  return (
    <Table.Tr>
      <Table.Td>
        {openName === recent.fileName && !recent.missing ? (
          <Text span size="sm" c="dimmed">
            {recent.name} ({state})
          </Text>
        ) : (
          <Anchor
            component="button"
            type="button"
            size="sm"
            disabled={isBusy}
            aria-label={t('recents.open', { name: recent.name })}
            onClick={() => void open(call('workspace.open', { token: recent.token }))}
          >
            {recent.name}
            {state !== null && ` (${state})`}
          </Anchor>
        )}
        <Text size="xs" c="dimmed">
          {recent.fileName}
        </Text>
      </Table.Td>
      <Table.Td className="num">{recent.missing ? '–' : format.size(recent.sizeBytes)}</Table.Td>
      <Table.Td className="num">
        {recent.accounts === null ? '–' : format.count(recent.accounts, 'account')}
      </Table.Td>
      <Table.Td>{format.instant(recent.lastOpenedAt)}</Table.Td>
      <Table.Td>
        <DeleteData recent={recent} />
      </Table.Td>
    </Table.Tr>
  );
}
