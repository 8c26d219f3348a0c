import type { ColumnRole, FileKind } from './import-plan.ts';

/** The roles a column may take in a file of each kind, in the order they are offered. */
export const rolesOfKind: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  accounts: [
    'accountId',
    'accountName',
    'startOn',
    'endOn',
    'noticeOn',
    'renewalOn',
    'termMonths',
    'contractAmount',
    'seats',
    'validFrom',
    'attribute',
    'ignore',
  ],
  metricsWide: ['accountId', 'date', 'metricValue', 'ignore'],
  metricsLong: ['accountId', 'date', 'metricName', 'metricValue', 'ignore'],
  events: ['accountId', 'date', 'userId', 'eventName', 'quantity', 'ignore'],
  outcomes: ['accountId', 'outcomeOn', 'outcomeKind', 'noticeOn', 'voluntary', 'amount', 'reason', 'ignore'],
  records: ['accountId', 'date', 'closedOn', 'knownOn', 'recordColumn', 'ignore'],
  surveys: ['accountId', 'date', 'score', 'respondent', 'text', 'knownOn', 'recordColumn', 'ignore'],
  hearingNotes: [
    'accountId',
    'date',
    'stakeholder',
    'topic',
    'rating',
    'text',
    'knownOn',
    'recordColumn',
    'ignore',
  ],
  interventions: [
    'accountId',
    'date',
    'contactKind',
    'contactBy',
    'text',
    'knownOn',
    'recordColumn',
    'ignore',
  ],
  snapshot: ['accountId', 'accountName', 'churnFlag', 'attribute', 'ignore'],
};

const needed: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  accounts: ['accountId'],
  metricsWide: ['accountId', 'date', 'metricValue'],
  metricsLong: ['accountId', 'date', 'metricName', 'metricValue'],
  events: ['accountId', 'date'],
  outcomes: ['accountId', 'outcomeOn'],
  records: ['accountId', 'date'],
  surveys: ['accountId', 'date', 'score'],
  hearingNotes: ['accountId', 'date'],
  interventions: ['accountId', 'date'],
  snapshot: ['accountId', 'churnFlag'],
};

/** Roles without a column of which a file of this kind can't be imported. */
export function neededRoles(kind: FileKind): readonly ColumnRole[] {
  return needed[kind];
}

/** Whether one column at most may have this role. */
export function isSingleRole(role: ColumnRole, kind: FileKind): boolean {
  if (role === 'metricValue') return kind === 'metricsLong';
  return role !== 'ignore' && role !== 'attribute' && role !== 'recordColumn';
}
