import type {
  AccountEntries,
  Contact,
  HearingNote,
  OutcomeEntry,
} from '../../../../shared/schemas/entries.ts';

export type StoredNote = AccountEntries['notes'][number];
export type StoredContact = AccountEntries['contacts'][number];
export type StoredOutcome = AccountEntries['outcomes'][number];

/** A form's days may be unreadable while they are typed: NaN. */
export interface NoteDraft {
  readonly day: number;
  readonly knownOn: number;
  readonly stakeholder: string;
  readonly topic: string;
  readonly rating: number | null;
  readonly text: string;
}
export type ContactDraft = Pick<NoteDraft, 'day' | 'knownOn' | 'text'> & {
  readonly contactKind: string;
  readonly contactBy: string;
};
export type OutcomeDraft = Omit<OutcomeEntry, 'noticeDay' | 'amount'> & {
  readonly noticeDay: number;
  readonly amount: number | '';
};

/** What is wrong with a draft's days; null = it can be saved. */
export type DraftFault = 'day' | 'empty' | null;

export function noteDraft(today: number, stored: StoredNote | null): NoteDraft {
  if (stored === null) {
    return { day: today, knownOn: Number.NaN, stakeholder: '', topic: '', rating: null, text: '' };
  }
  const { day, stakeholder, topic, rating, text } = stored;
  return { day, knownOn: stored.knownOn, stakeholder, topic, rating: wholeRating(rating), text };
}

export function contactDraft(today: number, stored: StoredContact | null): ContactDraft {
  if (stored === null) return { day: today, knownOn: Number.NaN, contactKind: '', contactBy: '', text: '' };
  const { day, knownOn, contactKind, contactBy, text } = stored;
  return { day, knownOn, contactKind, contactBy, text };
}

export function outcomeDraft(today: number, stored: StoredOutcome | null): OutcomeDraft {
  if (stored === null) {
    const unsaid = { noticeDay: Number.NaN, voluntary: null, amount: '' as const, reason: '' };
    return { day: today, kind: 'churn', ...unsaid };
  }
  const { byHand: _byHand, noticeDay, amount, ...rest } = stored;
  return { ...rest, noticeDay: noticeDay ?? Number.NaN, amount: amount ?? '' };
}

/** A note says something: a rating, a topic or a text. */
export function noteFault({ day, topic, rating, text }: NoteDraft): DraftFault {
  if (Number.isNaN(day)) return 'day';
  return rating === null && topic.trim() === '' && text.trim() === '' ? 'empty' : null;
}

export function contactFault({ day, contactKind, text }: ContactDraft): DraftFault {
  if (Number.isNaN(day)) return 'day';
  return contactKind.trim() === '' && text.trim() === '' ? 'empty' : null;
}

export function noteOf({ knownOn, ...rest }: NoteDraft): HearingNote {
  return { ...rest, knownOn: dayOrNull(knownOn) };
}

export function contactOf({ knownOn, ...rest }: ContactDraft): Contact {
  return { ...rest, knownOn: dayOrNull(knownOn) };
}

export function outcomeOf({ noticeDay, amount, ...rest }: OutcomeDraft): OutcomeEntry {
  return { ...rest, noticeDay: dayOrNull(noticeDay), amount: amount === '' ? null : amount };
}

/** Words to offer for a field: those used so far first, then the presets that are not among them. */
export function offeredWords(known: readonly string[], presets: readonly string[]): string[] {
  return [...new Set([...known, ...presets])];
}

function dayOrNull(day: number): number | null {
  return Number.isNaN(day) ? null : day;
}

/** A file may rate in between; the form has whole steps. */
function wholeRating(rating: number | null): number | null {
  return rating === null ? null : Math.round(rating);
}
