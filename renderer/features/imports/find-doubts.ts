import type { FileKind } from '../../../shared/schemas/import-plan.ts';
import { buildPlanProblems, type PlanContext } from './build-plan-problems.ts';
import { confidenceOf } from './confidence.ts';
import { dateFormatsOf } from './date-formats.ts';
import type { Draft, QueuedFile } from './import-queue.ts';
import { columnOfRole, isDateRole } from './roles.ts';
import type { Preview } from './use-queued-file.ts';

/** Why a file should not be imported without a look at it; the first five show before its rows are read. */
export type Doubt =
  | 'encoding'
  | 'kind'
  | 'columns'
  | 'account'
  | 'completeUntil'
  | 'problems'
  | 'unknownAccounts'
  | 'nothing'
  | 'stopped'
  | 'failed';

/** Files that name accounts come before those that speak of them. */
const kindOrder: readonly FileKind[] = [
  'accounts',
  'snapshot',
  'outcomes',
  'metricsWide',
  'metricsLong',
  'events',
];

/** The queue in the order in which it is best imported: accounts first, files of one kind as they came. */
export function inImportOrder(files: readonly QueuedFile[]): QueuedFile[] {
  const rank = ({ kind, guess }: QueuedFile) => {
    const known = kind ?? guess;
    const at = known === null ? -1 : kindOrder.indexOf(known);
    return at < 0 ? kindOrder.length : at;
  };
  return [...files].sort((a, b) => rank(a) - rank(b));
}

/** The first thing about a file that a person should decide; null = nothing is in doubt. */
export function findDoubt(
  preview: Preview,
  { plan, chosenDates }: Draft,
  known: Pick<PlanContext, 'storedMetrics' | 'joinTokens'>,
): Doubt | null {
  if (!preview.encodingConfident || preview.undecodable > 0) return 'encoding';
  if (preview.rows.length === 0) return 'nothing';
  if (confidenceOf(preview.kindConfidence) === 'low') return 'kind';
  const ambiguousDates = plan.columns
    .filter(({ role, index }) => isDateRole(role) && dateFormatsOf(preview, index).length > 1)
    .map(({ index }) => index);
  if (buildPlanProblems(plan, { ambiguousDates, chosenDates, ...known }).length > 0) return 'columns';
  const account = columnOfRole(plan, 'accountId');
  const share = preview.columns.find(({ index }) => index === account?.index)?.confidence ?? 0;
  const match = preview.accountMatch;
  // Ids that hardly any account has may be keys of another kind: adding them all as accounts is not to be undone by eye.
  if (
    match !== null &&
    account?.join === undefined &&
    plan.kind !== 'accounts' &&
    match.known * 2 < match.of
  ) {
    return 'account';
  }
  const isKnown = preview.remembered !== null || preview.sameFile !== null;
  if (!isKnown && confidenceOf(share) === 'low') return 'account';
  return plan.kind === 'outcomes' && plan.completeUntil === null && !isKnown ? 'completeUntil' : null;
}
