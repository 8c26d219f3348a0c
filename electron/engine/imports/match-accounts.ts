import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { EngineContext } from '../context.ts';
import { loadAccountIds } from '../store/account-table.ts';
import { findKeyAttribute } from './account-keys.ts';
import { columnOf } from './cell-readers.ts';
import { findGoneAccounts } from './gone-accounts.ts';

type AccountMatch = ChannelOutput<'imports.preview'>['accountMatch'];

const textsMatched = 2000;

/** How the account column's first texts fit the accounts there are; another attribute is looked for where they do not. */
export function matchAccounts(
  context: EngineContext,
  plan: ImportPlan,
  rows: readonly (readonly string[])[],
): AccountMatch {
  const { workspace } = context.open;
  const column = columnOf(plan, 'accountId');
  if (workspace === null || column === undefined) return null;
  const { database } = workspace;
  const ids = loadAccountIds(database);
  if (ids.length === 0) return null;
  const texts = [
    ...new Set(rows.slice(0, textsMatched).map((row) => (row[column.index] ?? '').trim())),
  ].filter(Boolean);
  const gone = findGoneAccounts(database);
  const live = new Set(ids.filter((_, index) => !gone.has(index)));
  const known = texts.filter((text) => live.has(text)).length;
  if (texts.length === 0 || live.size === 0) return null;
  const isNaming = plan.kind === 'accounts' || plan.kind === 'snapshot';
  const found = isNaming || known * 2 >= texts.length ? null : findKeyAttribute(database, texts);
  return { of: texts.length, known, attribute: found?.attribute ?? null, matched: found?.matched ?? 0 };
}

/** A plan that says nothing of a join, matched by an attribute where that fits most texts and the ids do not. */
export function withJoin(plan: ImportPlan, match: AccountMatch): ImportPlan {
  if (match === null || match.attribute === null || match.matched < match.of * 0.8) return plan;
  const { attribute } = match;
  const columns = plan.columns.map((column) =>
    column.role === 'accountId' && column.join === undefined
      ? { ...column, join: { by: 'attribute' as const, attribute } }
      : column,
  );
  return { ...plan, columns };
}
