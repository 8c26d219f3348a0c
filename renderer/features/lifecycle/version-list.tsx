import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { call } from '../../client/client.ts';
import { useDesignStore } from '../../client/design-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

type Version = ChannelOutput<'design.versions'>['items'][number];

export interface VersionListProps {
  readonly scorecardId: string;
  readonly versions: readonly Version[];
  readonly draftHash: string;
}

export function VersionList({ scorecardId, versions, draftHash }: VersionListProps) {
  const { t, i18n } = useTranslation('lifecycle');
  const load = useDesignStore((state) => state.load);
  const restore = async (number: number) => {
    const result = await call('design.restoreVersion', { scorecardId, number });
    if (!result.ok) return notifyFailure(i18n, result.error);
    await load();
    notifyDone(t('versions.restored', { number }));
  };
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('versions.title')}
      </Title>
      {versions.length === 0 ? (
        <Text size="sm">{t('versions.none')}</Text>
      ) : (
        <Table fz="sm" aria-label={t('versions.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('versions.number')}</Table.Th>
              <Table.Th>{t('versions.name')}</Table.Th>
              <Table.Th>{t('versions.note')}</Table.Th>
              <Table.Th>{t('versions.savedAt')}</Table.Th>
              <Table.Th>{t('versions.state')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...versions]
              .sort((a, b) => b.number - a.number)
              .map((version) => (
                <VersionRow
                  key={version.number}
                  version={version}
                  isDraft={version.designHash === draftHash}
                  onRestore={() => void restore(version.number)}
                />
              ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isDraft: boolean;
  readonly onRestore: () => void;
}

function VersionRow({ version, isDraft, onRestore }: VersionRowProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>v{version.number}</Table.Td>
      <Table.Td>{version.name}</Table.Td>
      <Table.Td style={{ whiteSpace: 'pre-wrap' }}>{version.note}</Table.Td>
      <Table.Td>{format.instant(Date.parse(version.savedAt))}</Table.Td>
      <Table.Td>{t(isDraft ? 'versions.same' : 'versions.differs')}</Table.Td>
      <Table.Td>
        {!isDraft && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('versions.restoreLabel', { number: version.number })}
            onClick={onRestore}
          >
            {t('versions.restore')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
