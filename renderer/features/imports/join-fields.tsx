import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountJoin, ColumnPlan } from '../../../shared/schemas/import-plan.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { editColumn } from './edit-plan.ts';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import type { FilePlan } from './use-queued-file.ts';

export interface JoinFieldsProps {
  readonly column: ColumnPlan;
  readonly filePlan: FilePlan;
}

type FileJoin = Extract<AccountJoin, { by: 'file' }>;
const noAttributes: never[] = [];

/** How the column leads to accounts: by their ids, by an attribute they have, or through another file of the queue. */
export function JoinFields({ column, filePlan }: JoinFieldsProps) {
  const { t } = useTranslation('data');
  const { plan, setPlan, preview } = filePlan;
  const attributes = useAppStore((state) => state.summary?.attributes ?? noAttributes);
  const files = useImportQueue((queue) => queue.files);
  const others = files.filter(({ file, result }) => result === null && file.name !== preview.fileName);
  const set = (join: AccountJoin | undefined) => setPlan(editColumn(plan, column.index, { join }));
  const choose = async (value: string) => {
    if (value === 'id') return set(undefined);
    if (value.startsWith('a')) return set({ by: 'attribute', attribute: value.slice(1) });
    const entry = others.find(({ file }) => file.token === value.slice(1));
    if (entry !== undefined) set(await joinThrough(entry));
  };
  const { join } = column;
  return (
    <Stack gap={4}>
      <NativeSelect
        size="xs"
        label={t('join.label')}
        value={choiceOf(join)}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: 'id', label: t('join.id') },
          { value: 'a', label: t('join.name') },
          ...attributes.map(({ name }) => ({ value: `a${name}`, label: t('join.attribute', { name }) })),
          ...others.map(({ file }) => ({
            value: `f${file.token}`,
            label: t('join.file', { name: file.name }),
          })),
          ...(join?.by === 'file' && !others.some(({ file }) => file.token === join.token)
            ? [{ value: choiceOf(join), label: t('join.gone', { name: join.fileName }) }]
            : []),
        ]}
      />
      {join?.by === 'file' && others.some(({ file }) => file.token === join.token) && (
        <FileColumns join={join} onChange={set} />
      )}
      <MatchNote filePlan={filePlan} join={join} />
    </Stack>
  );
}

function choiceOf(join: AccountJoin | undefined): string {
  if (join === undefined) return 'id';
  return join.by === 'attribute' ? `a${join.attribute}` : `f${join.token}`;
}

/** A file of the queue as the way to accounts, with the columns that its own preview proposes. */
async function joinThrough({ file, options }: QueuedFile): Promise<AccountJoin | undefined> {
  const preview = await call('imports.preview', { token: file.token, options });
  if (!preview.ok) return undefined;
  const { encoding, delimiter, hasHeader, skipRows, suggestion } = preview.value;
  const account = suggestion.columns.find(({ role }) => role === 'accountId')?.index ?? 0;
  const key = suggestion.columns.find(({ index }) => index !== account)?.index ?? account;
  return {
    by: 'file',
    token: file.token,
    fileName: file.name.slice(0, 200),
    read: { encoding, delimiter, hasHeader, skipRows },
    keyColumn: key,
    accountColumn: account,
  };
}

function FileColumns({
  join,
  onChange,
}: {
  readonly join: FileJoin;
  readonly onChange: (join: FileJoin) => void;
}) {
  const { t } = useTranslation('data');
  const preview = useQuery('imports.preview', { token: join.token, options: join.read });
  const data = (preview.value?.columns ?? []).map(({ index, name }) => ({
    value: String(index),
    label: name,
  }));
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <NativeSelect
        size="xs"
        label={t('join.keyColumn')}
        value={String(join.keyColumn)}
        onChange={(event) => onChange({ ...join, keyColumn: Number(event.currentTarget.value) })}
        data={data}
      />
      <Text size="xs" pb={6} aria-hidden>
        →
      </Text>
      <NativeSelect
        size="xs"
        label={t('join.accountColumn')}
        value={String(join.accountColumn)}
        onChange={(event) => onChange({ ...join, accountColumn: Number(event.currentTarget.value) })}
        data={data}
      />
    </Group>
  );
}

/** How many of the first texts are accounts, as ids or by the attribute that fits better. */
function MatchNote({
  filePlan,
  join,
}: {
  readonly filePlan: FilePlan;
  readonly join: AccountJoin | undefined;
}) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const match = filePlan.preview.accountMatch;
  if (match === null || join?.by === 'file') return null;
  const { of, known, attribute, matched } = match;
  const counts = {
    of: format.number(of, 0),
    known: format.number(known, 0),
    matched: format.number(matched, 0),
  };
  const name = attribute === '' ? t('role.accountName') : attribute;
  const isBetter = attribute !== null && matched > known;
  const isFew = known * 2 < of;
  return (
    <Text
      size="xs"
      c={isFew && join === undefined ? 'var(--mantine-color-text)' : 'dimmed'}
      data-testid="account-match"
    >
      {isFew && join === undefined && <span aria-hidden>△ </span>}
      {isBetter ? t('join.better', { ...counts, name }) : t('join.known', counts)}
    </Text>
  );
}
