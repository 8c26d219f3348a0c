import { Drawer, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { buildFindingColumns, type FoundRow } from './build-finding-columns.tsx';
import type { FindingKind } from './build-findings.ts';

/** Which finding's rows are open. */
export interface OpenFinding {
  readonly kind: FindingKind;
  readonly subject: string;
}

export interface FindingDrawerProps {
  readonly finding: OpenFinding | null;
  readonly onClose: () => void;
}

/** The rows behind a finding, with what it does to a back-test and what to do above them. */
export function FindingDrawer({ finding, onClose }: FindingDrawerProps) {
  const { t } = useTranslation(['data', 'common']);
  return (
    <Drawer
      opened={finding !== null}
      onClose={onClose}
      position="right"
      size={960}
      title={finding === null ? '' : <FindingTitle finding={finding} />}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {finding !== null && <FindingTable finding={finding} />}
    </Drawer>
  );
}

function FindingTitle({ finding: { kind, subject } }: { readonly finding: OpenFinding }) {
  const { t } = useTranslation('data');
  const name = t(`findingName.${kind}`);
  return <>{subject === '' ? name : t('findingRows.title', { finding: name, subject })}</>;
}

function FindingTable({ finding: { kind, subject } }: { readonly finding: OpenFinding }) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const revision = useAppStore((state) => state.revisions.data);
  const rows = usePagedRows<FoundRow>(
    (offset, limit) => call('data.findingRows', { kind, subject, offset, limit }),
    `${kind} ${subject} ${revision}`,
  );
  const columns = useMemo(() => buildFindingColumns(kind, t, format), [kind, t, format]);
  if (rows.error !== null) return <FailedState error={rows.error} />;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t(`finding.${kind}.does`)} {t(`finding.${kind}.todo`)}
      </Text>
      <Text size="xs" c="dimmed">
        {format.count(rows.total, 'row')} · {t('findingRows.open')}
      </Text>
      <DataTable
        label={t(`findingName.${kind}`)}
        columns={columns}
        rows={rows}
        rowId={(row) => `${row.accountId} ${row.day} ${row.line} ${row.value}`}
        onOpenRow={(row) => row.accountId !== '' && navigate('accounts', row.accountId)}
        height="calc(100vh - 190px)"
      />
    </Stack>
  );
}
