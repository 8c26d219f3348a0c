import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../shared/ipc/result.ts';
import type { ImportBatch } from '../../../../shared/schemas/workspace-state.ts';
import { call } from '../../../client/client.ts';
import { notifyFailure } from '../../../ui/notify.ts';
import {
  type ContactDraft,
  contactOf,
  type NoteDraft,
  noteOf,
  type OutcomeDraft,
  outcomeOf,
  type StoredOutcome,
} from './entry-drafts.ts';

export type EntryType = 'note' | 'contact' | 'outcome';

/** The newest change made here, with its way back. */
export interface LastChange {
  readonly batch: number;
  readonly type: EntryType;
  readonly what: 'saved' | 'deleted' | 'undone';
}

export interface Entries {
  readonly last: LastChange | null;
  readonly saveNote: (entry: number | null, draft: NoteDraft) => Promise<boolean>;
  readonly saveContact: (entry: number | null, draft: ContactDraft) => Promise<boolean>;
  readonly saveOutcome: (replaces: StoredOutcome | null, draft: OutcomeDraft) => Promise<boolean>;
  readonly deleteEntry: (type: 'note' | 'contact', entry: number) => Promise<boolean>;
  readonly deleteOutcome: (outcome: StoredOutcome) => Promise<boolean>;
  readonly undo: () => Promise<void>;
}

/** Changes of one account's entries: each is a batch of its own, and the newest can be taken back at once. */
export function useEntries(accountId: string): Entries {
  const { i18n } = useTranslation('accounts');
  const [last, setLast] = useState<LastChange | null>(null);
  const take = useCallback(
    (done: Result<{ batch: ImportBatch }>, type: EntryType, what: LastChange['what']): boolean => {
      if (!done.ok) {
        notifyFailure(i18n, done.error);
        return false;
      }
      setLast({ batch: done.value.batch.number, type, what });
      return true;
    },
    [i18n],
  );
  return {
    last,
    saveNote: async (entry, draft) =>
      take(await call('entries.saveNote', { accountId, entry, note: noteOf(draft) }), 'note', 'saved'),
    saveContact: async (entry, draft) =>
      take(
        await call('entries.saveContact', { accountId, entry, contact: contactOf(draft) }),
        'contact',
        'saved',
      ),
    saveOutcome: async (replaces, draft) =>
      take(
        await call('entries.saveOutcome', {
          accountId,
          replaces: replaces === null ? null : keyOf(replaces),
          outcome: outcomeOf(draft),
        }),
        'outcome',
        'saved',
      ),
    deleteEntry: async (type, entry) =>
      take(await call('entries.delete', { accountId, entry }), type, 'deleted'),
    deleteOutcome: async (outcome) =>
      take(await call('entries.deleteOutcome', { accountId, outcome: keyOf(outcome) }), 'outcome', 'deleted'),
    async undo() {
      if (last === null) return;
      const undone = await call('imports.setUndone', { number: last.batch, undone: true });
      if (!undone.ok) return notifyFailure(i18n, undone.error);
      setLast({ ...last, what: 'undone' });
    },
  };
}

function keyOf({ day, kind }: StoredOutcome): Pick<StoredOutcome, 'day' | 'kind'> {
  return { day, kind };
}
