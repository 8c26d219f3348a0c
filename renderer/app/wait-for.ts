import type { RouteName } from '../client/route.ts';

export interface LoopFacts {
  readonly hasWorkspace: boolean;
  /** The sample is still being written into it. */
  readonly isBeingMade: boolean;
  readonly accounts: number;
  readonly measures: number;
  /** Scorecards that have at least one measure. */
  readonly scorecards: number;
}

export type Wait = 'workspace' | 'sample' | 'data' | 'measures' | 'scorecard';

/** What a step of the loop still waits for; null when it can be used. */
export function waitFor(route: RouteName, facts: LoopFacts): Wait | null {
  const needs = needsOf[route];
  const missing: Record<Wait, boolean> = {
    workspace: !facts.hasWorkspace,
    sample: facts.isBeingMade,
    data: facts.accounts === 0,
    measures: facts.measures === 0,
    scorecard: facts.scorecards === 0,
  };
  return needs.find((need) => missing[need]) ?? null;
}

/** Where a person gives what is waited for. */
export const placeOfWait: Record<Wait, RouteName> = {
  workspace: 'home',
  sample: 'home',
  data: 'data',
  measures: 'measures',
  scorecard: 'scorecard',
};

const needsOf: Record<RouteName, readonly Wait[]> = {
  home: [],
  data: ['workspace', 'sample'],
  measures: ['workspace', 'sample', 'data'],
  scorecard: ['workspace', 'sample', 'data', 'measures'],
  backtest: ['workspace', 'sample', 'data', 'measures', 'scorecard'],
  lists: ['workspace', 'sample', 'data', 'measures', 'scorecard'],
  accounts: ['workspace', 'sample', 'data'],
  lifecycle: ['workspace', 'sample', 'data', 'measures', 'scorecard'],
};
