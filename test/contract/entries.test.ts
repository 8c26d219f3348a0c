import { describe, expect, it } from 'vitest';
import type { Contact, HearingNote, OutcomeEntry } from '../../shared/schemas/entries.ts';
import { isoDay } from '../helpers/saas-panel.ts';
import { hosts } from './hosts.ts';

const note: HearingNote = {
  day: isoDay('2024-05-10'),
  knownOn: isoDay('2024-05-11'),
  stakeholder: '情報システム部長',
  topic: '予算',
  rating: 2,
  text: '来期の予算が減る',
};
const contact: Contact = {
  day: isoDay('2024-05-20'),
  knownOn: null,
  contactKind: '電話',
  contactBy: '佐藤',
  text: '',
};
const outcome: OutcomeEntry = {
  day: isoDay('2024-06-20'),
  kind: 'contraction',
  noticeDay: isoDay('2024-06-01'),
  voluntary: true,
  amount: 120_000,
  reason: '席数の見直し',
};

describe.each(hosts)('entries by hand on the %s host', (_name, connect) => {
  it('are added, changed, taken away and undone, each as one batch', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'ja', taskId: 's' });
    const accountId = 'C-0001';
    const list = () => client.get('entries.list', { accountId });
    const undo = (number: number) => client.get('imports.setUndone', { number, undone: true });
    const before = await list();

    const added = await client.get('entries.saveNote', { accountId, entry: null, note });
    expect(added.batch).toMatchObject({ kind: 'manual', fileName: accountId, undone: false });
    const stored = (await list()).notes.find(({ entry }) => entry === added.entry);
    expect(stored).toEqual({ ...note, entry: added.entry, source: 'hearingNotes', backDated: true });

    const changed = await client.get('entries.saveNote', {
      ...{ accountId, entry: added.entry },
      note: { ...note, rating: 4, day: isoDay('2024-05-12'), knownOn: null },
    });
    const now = (await list()).notes.find(({ entry }) => entry === added.entry);
    expect(now).toMatchObject({ rating: 4, day: isoDay('2024-05-12'), backDated: false });
    await undo(changed.batch.number);
    expect((await list()).notes.find(({ entry }) => entry === added.entry)).toEqual(stored);
    const gone = await client.get('entries.delete', { accountId, entry: added.entry });
    expect((await list()).notes).toEqual(before.notes);
    await undo(gone.batch.number);
    expect((await list()).notes).toHaveLength(before.notes.length + 1);
    await undo(added.batch.number);
    expect(await list()).toEqual(before);

    const call = await client.get('entries.saveContact', { accountId, entry: null, contact });
    const listed = await list();
    expect(listed.contacts[0]).toMatchObject({ contactKind: '電話', entry: call.entry, backDated: false });
    expect(listed.contacts[0]!.knownOn).toBeGreaterThan(contact.day);
    expect(new Set(listed.known.contactKinds)).toEqual(new Set([...before.known.contactKinds, '電話']));
    expect(new Set(listed.known.contactBy)).toEqual(new Set([...before.known.contactBy, '佐藤']));
    expect(before.known.contactBy).not.toContain('佐藤');
    await undo(call.batch.number);
    expect(await list()).toEqual(before);
  });

  it('change outcomes, those of files too', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const accountId = 'C-0001';
    const list = async () => (await client.get('entries.list', { accountId })).outcomes;
    const before = await list();
    await client.get('entries.saveOutcome', { accountId, replaces: null, outcome });
    expect(await list()).toContainEqual({ ...outcome, byHand: true });
    const twice = { accountId, replaces: null, outcome };
    expect(await client.ask('entries.saveOutcome', twice)).toMatchObject({
      error: { code: 'alreadyExists' },
    });
    const moved = { ...outcome, day: isoDay('2024-06-25') };
    await client.get('entries.saveOutcome', { accountId, replaces: outcomeKey(outcome), outcome: moved });
    expect((await list()).filter(({ kind }) => kind === 'contraction')).toEqual([{ ...moved, byHand: true }]);
    await client.get('entries.deleteOutcome', { accountId, outcome: outcomeKey(moved) });
    expect(await list()).toEqual(before);

    const churned = (await client.get('data.summary', {})).churnedAccounts;
    for (let i = 1; i <= 400; i++) {
      const other = `C-${String(i).padStart(4, '0')}`;
      const { outcomes } = await client.get('entries.list', { accountId: other });
      const churn = outcomes.find(({ kind, byHand }) => kind === 'churn' && !byHand);
      if (churn === undefined) continue;
      const gone = await client.get('entries.deleteOutcome', {
        accountId: other,
        outcome: outcomeKey(churn),
      });
      expect((await client.get('data.summary', {})).churnedAccounts).toBe(churned - 1);
      await client.get('imports.setUndone', { number: gone.batch.number, undone: true });
      break;
    }
    expect((await client.get('data.summary', {})).churnedAccounts).toBe(churned);
    expect(churned).toBe(70);
  });

  it('takes an override of an account of the data only', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const [card] = (await client.get('design.get', {})).scorecards;
    const put = (accountId: string) => {
      const rest = { bandId: card!.bands[0]!.id, reason: 'r', owner: '', setOn: 19_000, expiresOn: 20_000 };
      const body = { ...card!, overrides: [{ ...rest, accountId }] };
      return client.ask('design.commit', {
        ...{ nameKey: 'scorecard:steps.addOverride', parameters: {}, screen: 'scorecard' },
        changes: [{ kind: 'scorecard' as const, id: card!.id, body }],
      });
    };
    expect(await put('zzz9')).toMatchObject({ error: { code: 'unknownAccount' } });
    expect(await put('C-0001')).toMatchObject({ ok: true });
    const ids = ['C-0002', 'C-0001', 'zzz9'];
    const found = await client.get('accounts.find', { search: '', ids, offset: 0, limit: 9 });
    expect(found.rows.map(({ accountId }) => accountId)).toEqual(['C-0001', 'C-0002']);
  });

  it('refuses what it can’t find or hold', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const refused = async (payload: { accountId: string; entry: number | null }) =>
      client.ask('entries.saveNote', { ...payload, note });
    expect(await refused({ accountId: 'nobody', entry: null })).toMatchObject({
      error: { code: 'notFound' },
    });
    expect(await refused({ accountId: 'C-0001', entry: 99 })).toMatchObject({ error: { code: 'notFound' } });
    expect(
      await client.raw('entries.saveNote', {
        accountId: 'C-0001',
        entry: null,
        note: { ...note, rating: 6 },
      }),
    ).toMatchObject({ error: { code: 'badRequest' } });
  });
});

function outcomeKey({ day, kind }: Pick<OutcomeEntry, 'day' | 'kind'>) {
  return { day, kind };
}
