import type { RouteName } from '../../client/route.ts';

export type ChecklistKey = 'data' | 'measures' | 'scorecard' | 'backtest' | 'lists' | 'lifecycle';

export interface ChecklistFacts {
  readonly accounts: number;
  readonly measures: number;
  readonly scorecardMeasures: number;
  readonly runs: number;
  /** Lists exported. */
  readonly exports: number;
  readonly versions: number;
}

export interface ChecklistItem {
  readonly key: ChecklistKey;
  readonly state: 'done' | 'next' | 'waiting';
  readonly route: RouteName;
}

const steps: readonly ChecklistKey[] = ['data', 'measures', 'scorecard', 'backtest', 'lists', 'lifecycle'];

/** The loop with its state: what is done, the one step that is next, what comes after it. */
export function buildChecklist(facts: ChecklistFacts): ChecklistItem[] {
  const isDone: Record<ChecklistKey, boolean> = {
    data: facts.accounts > 0,
    measures: facts.measures > 0,
    scorecard: facts.scorecardMeasures > 0,
    backtest: facts.runs > 0,
    lists: facts.exports > 0,
    lifecycle: facts.versions > 0,
  };
  const next = steps.find((key) => !isDone[key]);
  return steps.map((key) => ({
    key,
    state: isDone[key] ? 'done' : key === next ? 'next' : 'waiting',
    route: key,
  }));
}
