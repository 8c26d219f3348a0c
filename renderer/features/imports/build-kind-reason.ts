import type { FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { columnOfRole } from './roles.ts';

export interface KindReason {
  readonly kind: FileKind;
  /** Column names the guess rests on; empty texts where there is none. */
  readonly account: string;
  readonly date: string;
  /** Number columns, or other columns for a kind without metrics. */
  readonly count: number;
}

/** What a file's suggested kind rests on, for one sentence. */
export function buildKindReason(plan: ImportPlan): KindReason {
  const date = columnOfRole(
    plan,
    plan.kind === 'outcomes' ? 'outcomeOn' : plan.kind === 'accounts' ? 'startOn' : 'date',
  );
  const counted =
    plan.kind === 'metricsWide' || plan.kind === 'metricsLong'
      ? 'metricValue'
      : plan.kind === 'records'
        ? 'recordColumn'
        : 'attribute';
  return {
    kind: plan.kind,
    account: columnOfRole(plan, 'accountId')?.name ?? '',
    date: date?.name ?? '',
    count: plan.columns.filter(({ role }) => role === counted).length,
  };
}
