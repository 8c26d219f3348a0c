import type { ColumnRole, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { isSingleRole, neededRoles } from '../../../shared/schemas/kind-roles.ts';
import { hasSource } from '../../../shared/schemas/record-kinds.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { columnOfRole, isDateRole, isNamedRole, isSeriesKind } from './roles.ts';

/** Something that keeps a plan from being carried out, for one sentence beside the button. */
export type PlanProblem =
  | { readonly type: 'missing'; readonly role: ColumnRole }
  | { readonly type: 'twice'; readonly role: ColumnRole; readonly names: readonly string[] }
  | { readonly type: 'chooseDate'; readonly name: string }
  | { readonly type: 'source' | 'nameBlank' | 'noRows' }
  | { readonly type: 'nameTwice' | 'grainDiffers' | 'joinFile'; readonly name: string };

export interface PlanContext {
  /** Columns whose texts fit more than one date format, and those of them for which a person has chosen. */
  readonly ambiguousDates: readonly number[];
  readonly chosenDates: readonly number[];
  readonly storedMetrics: DataSummary['metrics'];
  /** Rows of data that the preview shows; none = the file has only a header. */
  readonly rowsShown?: number;
  /** Files through which accounts can be found now. */
  readonly joinTokens?: readonly string[];
}

/** What is missing or contradicts itself in a plan, in the order a person would mend it; empty = ready. */
export function buildPlanProblems(plan: ImportPlan, context: PlanContext): PlanProblem[] {
  if (context.rowsShown === 0) return [{ type: 'noRows' }];
  return [
    ...roleProblems(plan),
    ...undecidedDates(plan, context),
    ...nameProblems(plan),
    ...grainProblems(plan, context.storedMetrics),
    ...joinProblems(plan, context.joinTokens ?? []),
  ];
}

function roleProblems(plan: ImportPlan): PlanProblem[] {
  const missing = neededRoles(plan.kind)
    .filter((role) => columnOfRole(plan, role) === undefined)
    .map((role): PlanProblem => ({ type: 'missing', role }));
  const single = new Set(
    plan.columns.map(({ role }) => role).filter((role) => isSingleRole(role, plan.kind)),
  );
  const twice = [...single].flatMap((role): PlanProblem[] => {
    const names = plan.columns.filter((column) => column.role === role).map(({ name }) => name);
    return names.length > 1 ? [{ type: 'twice', role, names }] : [];
  });
  return [...missing, ...twice];
}

function undecidedDates(plan: ImportPlan, { ambiguousDates, chosenDates }: PlanContext): PlanProblem[] {
  return plan.columns
    .filter(({ index, role }) => isDateRole(role) && ambiguousDates.includes(index))
    .filter(({ index }) => !chosenDates.includes(index))
    .map(({ name }) => ({ type: 'chooseDate', name }));
}

function nameProblems(plan: ImportPlan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (hasSource(plan.kind) && plan.source.trim() === '') problems.push({ type: 'source' });
  if (plan.kind === 'metricsLong') return problems;
  const names = plan.columns.filter(({ role }) => isNamedRole(role)).map(({ name }) => name.trim());
  if (names.includes('')) problems.push({ type: 'nameBlank' });
  const repeated = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at));
  for (const name of repeated) problems.push({ type: 'nameTwice', name });
  return problems;
}

/** A join remembered from an earlier file names one that is no longer here. */
function joinProblems(plan: ImportPlan, tokens: readonly string[]): PlanProblem[] {
  const join = columnOfRole(plan, 'accountId')?.join;
  return join?.by === 'file' && !tokens.includes(join.token)
    ? [{ type: 'joinFile', name: join.fileName }]
    : [];
}

function grainProblems(plan: ImportPlan, stored: DataSummary['metrics']): PlanProblem[] {
  if (!isSeriesKind(plan.kind)) return [];
  const names = plan.columns.filter(({ role }) => role === 'metricValue').map(({ name }) => name);
  return stored
    .filter((metric) => names.includes(metric.name) && metric.grain !== plan.grain)
    .map(({ name }) => ({ type: 'grainDiffers', name }));
}
