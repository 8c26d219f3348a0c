import type { SameKeys } from '../catalogue.ts';
import type { jaDataKinds } from '../ja/data-kinds.ts';

export const enDataKinds: SameKeys<typeof jaDataKinds> = {
  kind: {
    events: 'Events',
    surveys: 'Survey answers (NPS)',
    hearingNotes: 'Hearing notes',
    interventions: 'Interventions (contacts)',
    snapshot: 'Snapshot with a churn flag',
  },
  manual: 'By hand',
  kindText: {
    events: 'One act of one user per row. Rolled up to daily counts and distinct users.',
    surveys: 'One answer per row: 0–10 and a comment.',
    hearingNotes: 'One note per row: stakeholder, topic, rating (1–5), text.',
    interventions: 'One contact per row: when, what, by whom.',
    snapshot: 'One row per account, churned or not, without dates. It can’t be replayed over past dates.',
  },
  kindReason: {
    events: 'Beside “{{account}}” and the time “{{date}}” there is a column of users or of acts.',
    surveys: 'Beside “{{account}}” and the date “{{date}}” there is a column of answers from 0 to 10.',
    hearingNotes:
      'Beside “{{account}}” and the date “{{date}}” there are columns of topics or ratings (1–5).',
    interventions:
      'Beside “{{account}}” and the date “{{date}}” there are columns of what was done or by whom.',
    snapshot: '“{{account}}” differs in every row, there is no date, and there is a churn flag.',
  },
  role: {
    knownOn: 'Known on',
    userId: 'User',
    eventName: 'Event name',
    quantity: 'Quantity',
    score: 'Answer (0–10)',
    respondent: 'Respondent',
    text: 'Text or comment',
    stakeholder: 'Stakeholder',
    topic: 'Topic',
    rating: 'Rating (1–5)',
    contactKind: 'Kind of contact',
    contactBy: 'Contact by',
    validFrom: 'Attributes hold from',
    renewalOn: 'Renewal date',
    termMonths: 'Term in months',
    contractAmount: 'Contract amount',
    seats: 'Contracted seats',
    churnFlag: 'Churn flag',
  },
  consequence: {
    knownOn:
      'The row of “{{text}}” is used from the end of {{day}}; if its own date is later, from that date.',
    validFrom:
      'The attributes of this row hold from {{day}} (“{{text}}” in the file). Before it the earlier ones do.',
    renewalOn: 'The contract is renewed on {{day}} (“{{text}}” in the file).',
  },
  reason: {
    nameTooLong: 'The name is too long (120 characters at most). Check the name column, or shorten it.',
    eventNameBlank: 'The event’s name is blank. Fill it in.',
    quantityNegative: 'The quantity is below 0. Make it 0 or more.',
    scoreOutOfRange: 'The answer is not within 0–10. Mend it.',
    ratingOutOfRange: 'The rating is not within 1–5. Mend it.',
    termInvalid: 'Not a term. Use months (12), years (1 year), monthly or annual.',
  },
};
