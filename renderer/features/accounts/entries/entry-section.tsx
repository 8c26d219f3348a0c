import { Button, Group, Stack, Text } from '@mantine/core';
import { Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEntries } from '../../../../shared/schemas/entries.ts';
import { useAppStore } from '../../../client/app-store.ts';
import { useQuery } from '../../../client/use-query.ts';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { buildEntryRows, type EntryRow } from './build-entry-rows.ts';
import { ContactForm, NoteForm, OutcomeForm } from './entry-forms.tsx';
import { EntryList } from './entry-list.tsx';
import { type Entries, type EntryType, useEntries } from './use-entries.ts';

const types: readonly EntryType[] = ['note', 'contact', 'outcome'];
const MS_PER_DAY = 86_400_000;

/** What a person writes about this account: talks, contacts, outcomes; each dated and undoable. */
export function EntrySection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts');
  const list = useQuery('entries.list', { accountId }, { refreshOn: ['data'] });
  return (
    <Section title={t('entries.title')} help={t('entries.help')}>
      <QueryView query={list}>
        {(value) => <EntryBoard key={accountId} accountId={accountId} list={value} />}
      </QueryView>
    </Section>
  );
}

type Open = { readonly type: EntryType; readonly row: EntryRow | null };

function EntryBoard({ accountId, list }: { readonly accountId: string; readonly list: AccountEntries }) {
  const { t } = useTranslation('accounts');
  const isReadOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const entries = useEntries(accountId);
  const [open, setOpen] = useState<Open | null>(null);
  const remove = async (row: EntryRow) => {
    if (row.type === 'outcome') await entries.deleteOutcome(row.stored);
    else if (row.stored.entry !== null) await entries.deleteEntry(row.type, row.stored.entry);
  };
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {types.map((type) => (
          <Button
            key={type}
            variant="default"
            size="xs"
            disabled={isReadOnly}
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setOpen({ type, row: null })}
          >
            {t(`entries.add.${type}`)}
          </Button>
        ))}
        <LastChangeNote entries={entries} />
      </Group>
      {open !== null && (
        <OpenForm
          key={`${open.type} ${open.row?.key ?? ''}`}
          open={open}
          list={list}
          entries={entries}
          onClose={() => setOpen(null)}
        />
      )}
      <EntryList
        rows={buildEntryRows(list)}
        isReadOnly={isReadOnly}
        onChange={(row) => setOpen({ type: row.type, row })}
        onDelete={(row) => void remove(row)}
      />
    </Stack>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly list: AccountEntries;
  readonly entries: Entries;
  readonly onClose: () => void;
}

function OpenForm({ open: { type, row }, list, entries, onClose }: OpenFormProps) {
  const shared = { today: today(), known: list.known, entries, onClose };
  if (type === 'note') return <NoteForm {...shared} stored={row?.type === 'note' ? row.stored : null} />;
  if (type === 'contact') {
    return <ContactForm {...shared} stored={row?.type === 'contact' ? row.stored : null} />;
  }
  return <OutcomeForm {...shared} stored={row?.type === 'outcome' ? row.stored : null} />;
}

function LastChangeNote({ entries: { last, undo } }: { readonly entries: Entries }) {
  const { t } = useTranslation('accounts');
  return (
    <Group gap="xs" role="status" data-testid="entry-status">
      {last !== null && (
        <>
          <Text size="sm">{t(`entries.${last.what}`, { what: t(`entries.type.${last.type}`) })}</Text>
          {last.what !== 'undone' && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<Undo2 size={12} aria-hidden />}
              onClick={() => void undo()}
            >
              {t('entries.undo')}
            </Button>
          )}
        </>
      )}
    </Group>
  );
}

/** The calendar day where the person is. */
function today(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY);
}
