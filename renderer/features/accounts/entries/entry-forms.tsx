import {
  Autocomplete,
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Textarea,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEntries } from '../../../../shared/schemas/entries.ts';
import { outcomeKinds } from '../../../../shared/schemas/outcome-kinds.ts';
import { DayInput } from '../../../ui/day-input.tsx';
import {
  contactDraft,
  contactFault,
  noteDraft,
  noteFault,
  offeredWords,
  outcomeDraft,
  type StoredContact,
  type StoredNote,
  type StoredOutcome,
} from './entry-drafts.ts';
import { EntryFrame } from './entry-frame.tsx';
import type { Entries } from './use-entries.ts';

export interface EntryFormProps<Stored> {
  readonly today: number;
  /** The entry to change; null = a new one. */
  readonly stored: Stored | null;
  readonly known: AccountEntries['known'];
  readonly entries: Entries;
  readonly onClose: () => void;
}

const ratings = ['', '1', '2', '3', '4', '5'] as const;
const topics = ['strategy', 'issue', 'people', 'budget', 'satisfaction'] as const;
const contactKinds = ['call', 'visit', 'online', 'mail', 'training'] as const;

export function NoteForm({ today, stored, known, entries, onClose }: EntryFormProps<StoredNote>) {
  const { t } = useTranslation('accounts');
  const [draft, setDraft] = useState(() => noteDraft(today, stored));
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const presets = topics.map((topic) => t(`entries.topics.${topic}`));
  return (
    <EntryFrame
      title={t(stored === null ? 'entries.newNote' : 'entries.changeNote')}
      fault={noteFault(draft)}
      onSave={() => entries.saveNote(stored?.entry ?? null, draft)}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <DayInput
          label={t('entries.day')}
          description={t('entries.dayHelp')}
          day={draft.day}
          onChange={(day) => set({ day })}
        />
        <KnownInput today={today} knownOn={draft.knownOn} onChange={(knownOn) => set({ knownOn })} />
        <Autocomplete
          label={t('entries.topic')}
          description={t('entries.topicHelp')}
          data={offeredWords(known.topics, presets)}
          value={draft.topic}
          maxLength={120}
          onChange={(topic) => set({ topic })}
        />
        <Autocomplete
          label={t('entries.stakeholder')}
          description={t('entries.stakeholderHelp')}
          data={[...known.stakeholders]}
          value={draft.stakeholder}
          maxLength={120}
          onChange={(stakeholder) => set({ stakeholder })}
        />
      </SimpleGrid>
      <Input.Wrapper label={t('entries.rating')} description={t('entries.ratingHelp')}>
        <Group mt={4}>
          <SegmentedControl
            aria-label={t('entries.rating')}
            value={draft.rating === null ? '' : String(draft.rating)}
            onChange={(value) => set({ rating: value === '' ? null : Number(value) })}
            data={ratings.map((value) => ({ value, label: value === '' ? t('entries.noRating') : value }))}
          />
        </Group>
      </Input.Wrapper>
      <Textarea
        label={t('entries.text')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </EntryFrame>
  );
}

export function ContactForm({ today, stored, known, entries, onClose }: EntryFormProps<StoredContact>) {
  const { t } = useTranslation('accounts');
  const [draft, setDraft] = useState(() => contactDraft(today, stored));
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const presets = contactKinds.map((kind) => t(`entries.contactKinds.${kind}`));
  return (
    <EntryFrame
      title={t(stored === null ? 'entries.newContact' : 'entries.changeContact')}
      fault={contactFault(draft)}
      onSave={() => entries.saveContact(stored?.entry ?? null, draft)}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <DayInput
          label={t('entries.day')}
          description={t('entries.dayHelp')}
          day={draft.day}
          onChange={(day) => set({ day })}
        />
        <KnownInput today={today} knownOn={draft.knownOn} onChange={(knownOn) => set({ knownOn })} />
        <Autocomplete
          label={t('entries.contactKind')}
          data={offeredWords(known.contactKinds, presets)}
          value={draft.contactKind}
          maxLength={120}
          onChange={(contactKind) => set({ contactKind })}
        />
        <Autocomplete
          label={t('entries.contactBy')}
          data={[...known.contactBy]}
          value={draft.contactBy}
          maxLength={120}
          onChange={(contactBy) => set({ contactBy })}
        />
      </SimpleGrid>
      <Textarea
        label={t('entries.text')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </EntryFrame>
  );
}

export function OutcomeForm({ today, stored, entries, onClose }: EntryFormProps<StoredOutcome>) {
  const { t } = useTranslation('accounts');
  const [draft, setDraft] = useState(() => outcomeDraft(today, stored));
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const said = draft.voluntary === null ? '' : draft.voluntary ? 'yes' : 'no';
  return (
    <EntryFrame
      title={t(stored === null ? 'entries.newOutcome' : 'entries.changeOutcome')}
      fault={Number.isNaN(draft.day) ? 'day' : null}
      onSave={() => entries.saveOutcome(stored, draft)}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={t('facts.kind')}
          allowDeselect={false}
          data={outcomeKinds.map((kind) => ({ value: kind, label: t(`outcome.${kind}`) }))}
          value={draft.kind}
          onChange={(value) => set({ kind: outcomeKinds.find((kind) => kind === value) ?? draft.kind })}
        />
        <DayInput label={t('entries.outcomeDay')} day={draft.day} onChange={(day) => set({ day })} />
        <DayInput
          label={t('facts.notice')}
          description={t('entries.noticeHelp')}
          day={draft.noticeDay}
          isOptional
          onChange={(noticeDay) => set({ noticeDay })}
        />
        <NumberInput
          label={t('entries.amount')}
          description={t('entries.amountHelp')}
          value={draft.amount}
          thousandSeparator=","
          onChange={(amount) => set({ amount: typeof amount === 'number' ? amount : '' })}
        />
      </SimpleGrid>
      <Input.Wrapper label={t('entries.voluntary')} description={t('entries.voluntaryHelp')}>
        <Group mt={4}>
          <SegmentedControl
            aria-label={t('entries.voluntary')}
            value={said}
            onChange={(value) => set({ voluntary: value === '' ? null : value === 'yes' })}
            data={[
              { value: '', label: t('entries.notSaid') },
              { value: 'yes', label: t('entries.isVoluntary') },
              { value: 'no', label: t('entries.isInvoluntary') },
            ]}
          />
        </Group>
      </Input.Wrapper>
      <Textarea
        label={t('facts.reason')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </EntryFrame>
  );
}

/** When it could first be known: today unless said otherwise; an earlier day is named by the checks of a back-test. */
function KnownInput({
  today,
  knownOn,
  onChange,
}: {
  readonly today: number;
  readonly knownOn: number;
  readonly onChange: (day: number) => void;
}) {
  const { t } = useTranslation('accounts');
  return (
    <DayInput
      label={t('entries.knownOn')}
      description={t(knownOn < today ? 'entries.backDated' : 'entries.knownOnHelp')}
      day={knownOn}
      isOptional
      onChange={onChange}
    />
  );
}
