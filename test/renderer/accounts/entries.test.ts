import { describe, expect, it } from 'vitest';
import {
  buildEntryRows,
  isChangeable,
} from '../../../renderer/features/accounts/entries/build-entry-rows.ts';
import {
  contactDraft,
  contactFault,
  noteDraft,
  noteFault,
  noteOf,
  offeredWords,
  outcomeDraft,
  outcomeOf,
} from '../../../renderer/features/accounts/entries/entry-drafts.ts';

const note = {
  ...{ entry: 4, source: 'notes', day: 100, knownOn: 102, backDated: false },
  ...{ stakeholder: 'CFO', topic: 'budget', rating: 2, text: 'cuts' },
};
const outcome = {
  ...{ day: 100, kind: 'churn' as const, noticeDay: null, voluntary: null, amount: null, reason: '' },
  byHand: false,
};

describe('a draft of an entry', () => {
  it('begins today, known the day it is typed', () => {
    const draft = noteDraft(200, null);
    expect(noteOf(draft)).toMatchObject({ day: 200, knownOn: null, rating: null });
    expect(outcomeOf(outcomeDraft(200, null))).toMatchObject({ day: 200, kind: 'churn', noticeDay: null });
  });

  it('of an entry that is there holds what it says, and saved unchanged says the same', () => {
    const { entry: _e, source: _s, backDated: _b, ...said } = note;
    expect(noteOf(noteDraft(200, note))).toEqual(said);
    const { byHand: _byHand, ...told } = outcome;
    expect(outcomeOf(outcomeDraft(200, outcome))).toEqual(told);
  });

  it('is not saved while its day is unreadable or it says nothing', () => {
    expect(noteFault({ ...noteDraft(200, note), day: Number.NaN })).toBe('day');
    expect(noteFault(noteDraft(200, null))).toBe('empty');
    expect(noteFault({ ...noteDraft(200, null), rating: 3 })).toBeNull();
    expect(contactFault({ ...contactDraft(200, null), text: ' ' })).toBe('empty');
    expect(contactFault({ ...contactDraft(200, null), contactKind: 'call' })).toBeNull();
  });
});

describe('words offered for a field', () => {
  it('are those used so far, then the presets, each once', () => {
    expect(offeredWords(['pricing', 'budget'], ['budget', 'issues'])).toEqual([
      'pricing',
      'budget',
      'issues',
    ]);
  });
});

describe('the list of entries', () => {
  it('puts the newest first and outcomes of a day before its notes', () => {
    const contact = { ...note, contactKind: 'call', contactBy: '', day: 150, entry: null };
    const known = { topics: [], stakeholders: [], contactKinds: [], contactBy: [] };
    const rows = buildEntryRows({ notes: [note], contacts: [contact], outcomes: [outcome], known });
    expect(rows.map(({ type }) => type)).toEqual(['contact', 'outcome', 'note']);
    expect(rows.map(isChangeable)).toEqual([false, true, true]);
  });
});
