import type { ColumnPlan, ColumnRole, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';

/** The roles a column may take in a file of each kind, in the order they are offered. */
export const rolesOfKind: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  accounts: ['accountId', 'accountName', 'startOn', 'endOn', 'noticeOn', 'attribute', 'ignore'],
  metricsWide: ['accountId', 'date', 'metricValue', 'ignore'],
  metricsLong: ['accountId', 'date', 'metricName', 'metricValue', 'ignore'],
  outcomes: ['accountId', 'outcomeOn', 'outcomeKind', 'noticeOn', 'voluntary', 'amount', 'reason', 'ignore'],
  records: ['accountId', 'date', 'closedOn', 'recordColumn', 'ignore'],
};

const needed: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  accounts: ['accountId'],
  metricsWide: ['accountId', 'date', 'metricValue'],
  metricsLong: ['accountId', 'date', 'metricName', 'metricValue'],
  outcomes: ['accountId', 'outcomeOn'],
  records: ['accountId', 'date'],
};

export type DateRole = 'date' | 'startOn' | 'noticeOn' | 'endOn' | 'outcomeOn' | 'closedOn';

export function isDateRole(role: ColumnRole): role is DateRole {
  return ['date', 'startOn', 'noticeOn', 'endOn', 'outcomeOn', 'closedOn'].includes(role);
}

/** Roles whose column becomes something with a name of its own. */
export function isNamedRole(role: ColumnRole): boolean {
  return role === 'metricValue' || role === 'attribute' || role === 'recordColumn';
}

export function isSeriesKind(kind: FileKind): kind is 'metricsWide' | 'metricsLong' {
  return kind === 'metricsWide' || kind === 'metricsLong';
}

export function neededRoles(kind: FileKind): readonly ColumnRole[] {
  return needed[kind];
}

/** Roles that one column at most may have. */
export function isSingleRole(role: ColumnRole, kind: FileKind): boolean {
  if (role === 'metricValue') return kind === 'metricsLong';
  return role !== 'ignore' && role !== 'attribute' && role !== 'recordColumn';
}

export function columnOfRole(plan: ImportPlan, role: ColumnRole): ColumnPlan | undefined {
  return plan.columns.find((column) => column.role === role);
}
