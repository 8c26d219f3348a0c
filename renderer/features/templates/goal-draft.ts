import {
  type Behaviour,
  type BehaviourKey,
  behaviourKeys,
  type GoalChoice,
  type GoalKey,
  type GoalPath,
} from '../../../shared/schemas/template.ts';

/** What has been decided so far on the way back from a goal. */
export interface GoalDraft {
  readonly goalKey: GoalKey | 'own';
  readonly goal: string;
  readonly healthyCustomer: string;
  readonly behaviours: readonly BehaviourKey[];
  /** As typed; a behaviour that is not here has its usual target. */
  readonly targets: Readonly<Partial<Record<BehaviourKey, number | string>>>;
  readonly reasons: Readonly<Partial<Record<BehaviourKey, string>>>;
  readonly name: string;
}

export type GoalProblem = 'goal' | 'behaviours' | 'targets' | 'name';
export const goalStops = ['goal', 'behaviours', 'targets'] as const;
export type GoalStop = (typeof goalStops)[number];

export function startGoalDraft(path: GoalPath, name: string): GoalDraft {
  const blank = { targets: {}, reasons: {}, behaviours: [], goal: '', healthyCustomer: '', name };
  return pickGoal({ ...blank, goalKey: 'own' }, path, path.goals[0]?.key ?? 'own');
}

/** Another goal: its words, and those of its behaviours that the data can show. Own words start empty. */
export function pickGoal(draft: GoalDraft, path: GoalPath, key: GoalDraft['goalKey']): GoalDraft {
  const goal = path.goals.find((candidate) => candidate.key === key);
  if (goal === undefined) return { ...draft, goalKey: 'own', goal: '', healthyCustomer: '' };
  return {
    ...draft,
    goalKey: goal.key,
    goal: goal.goal,
    healthyCustomer: goal.healthyCustomer,
    behaviours: goal.behaviours.filter((behaviour) => isMeasured(path, behaviour)),
  };
}

export function toggleBehaviour(draft: GoalDraft, key: BehaviourKey): GoalDraft {
  const has = draft.behaviours.includes(key);
  const behaviours = behaviourKeys.filter((other) =>
    other === key ? !has : draft.behaviours.includes(other),
  );
  return { ...draft, behaviours };
}

/** The chosen behaviours that the data can show, in the order of the path. */
export function chosenBehaviours(draft: GoalDraft, path: GoalPath): Behaviour[] {
  return path.behaviours.filter(({ key, measures }) => draft.behaviours.includes(key) && measures.length > 0);
}

/** What keeps a stop from being done; null = nothing. */
export function goalProblem(draft: GoalDraft, path: GoalPath, stop: GoalStop): GoalProblem | null {
  switch (stop) {
    case 'goal':
      return draft.goal.trim() === '' ? 'goal' : null;
    case 'behaviours':
      return chosenBehaviours(draft, path).length === 0 ? 'behaviours' : null;
    case 'targets': {
      const targets = chosenBehaviours(draft, path).map((behaviour) => targetOf(draft, behaviour));
      if (targets.some((target) => typeof target !== 'number' || !Number.isFinite(target))) return 'targets';
      return draft.name.trim() === '' ? 'name' : null;
    }
  }
}

/** The draft as the engine takes it; ask only once no stop has a problem. */
export function goalChoice(draft: GoalDraft, path: GoalPath): GoalChoice {
  return {
    name: draft.name.trim(),
    goal: draft.goal.trim(),
    healthyCustomer: draft.healthyCustomer.trim(),
    ...(draft.goalKey === 'growth' && { aim: 'findExpansion' as const }),
    behaviours: chosenBehaviours(draft, path).map((behaviour) => ({
      key: behaviour.key,
      target: Number(targetOf(draft, behaviour)),
      reason: (draft.reasons[behaviour.key] ?? behaviour.reason).trim(),
    })),
  };
}

export function targetOf(draft: GoalDraft, { key, target }: Behaviour): number | string {
  return draft.targets[key] ?? target;
}

function isMeasured(path: GoalPath, key: BehaviourKey): boolean {
  return path.behaviours.some((behaviour) => behaviour.key === key && behaviour.measures.length > 0);
}
