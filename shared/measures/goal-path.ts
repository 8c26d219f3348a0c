import type { Measure } from '../schemas/measure.ts';
import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import {
  type Behaviour,
  type BehaviourKey,
  behaviourKeys,
  type ChosenRoles,
  type GoalChoice,
  type GoalKey,
  type GoalPath,
  goalKeys,
  type RoleKey,
} from '../schemas/template.ts';
import { presetBands } from '../scoring/grading-schemes.ts';
import { goalWords } from './goal-words.ts';
import { templateMeasures } from './template-measures.ts';
import { chooseRoles, describeRole, type TemplateColumns } from './template-roles.ts';
import { type TemplateMeasureKey, templateWords } from './template-words.ts';
import { withParts } from './templates.ts';

interface BehaviourPlan {
  readonly measure: TemplateMeasureKey;
  readonly roles: readonly RoleKey[];
  /** Value that earns nothing, and the target to begin with. */
  readonly worst: number;
  readonly target: number;
}

const plans: Readonly<Record<BehaviourKey, BehaviourPlan>> = {
  keepsUsing: { measure: 'activeDays', roles: ['logins'], worst: 0, target: 12 },
  comesBack: { measure: 'sinceLogin', roles: ['logins'], worst: 30, target: 7 },
  manyUse: { measure: 'seatUse', roles: ['users', 'seats'], worst: 0, target: 0.6 },
  goesDeep: { measure: 'corePerUser', roles: ['core', 'users'], worst: 0, target: 10 },
  grows: { measure: 'growth', roles: ['users'], worst: -0.5, target: 0.1 },
  recommends: { measure: 'nps', roles: ['nps'], worst: -50, target: 50 },
  joinsIn: { measure: 'events', roles: ['events'], worst: 0, target: 2 },
  reads: { measure: 'mailOpens', roles: ['mailOpens'], worst: 0, target: 3 },
  talks: { measure: 'hearing', roles: ['hearing'], worst: 1, target: 4 },
  talkedLately: { measure: 'sinceHearing', roles: ['hearing'], worst: 180, target: 60 },
};

const behavioursOfGoals: Readonly<Record<GoalKey, readonly BehaviourKey[]>> = {
  loyalty: ['keepsUsing', 'recommends', 'joinsIn', 'talks'],
  adoption: ['keepsUsing', 'comesBack', 'manyUse', 'goesDeep'],
  growth: ['grows', 'manyUse', 'goesDeep', 'recommends'],
  relationship: ['talks', 'talkedLately', 'recommends', 'reads'],
};

export interface GoalInput {
  readonly columns: TemplateColumns;
  readonly language: 'ja' | 'en';
  readonly chosen?: ChosenRoles;
}

/**
 * What a scorecard can be worked back from: goals, the behaviours that show each, and per behaviour its measure over the
 * client's columns (none where a role has no column), a target to begin with and why it matters.
 */
export function buildGoalPath({ columns, language, chosen = [] }: GoalInput): GoalPath {
  const roles = chooseRoles(columns, chosen);
  const context = { roles, columns, words: templateWords[language] };
  const available = templateMeasures(roles, templateWords[language]);
  const words = goalWords[language];
  return {
    goals: goalKeys.map((key) => ({
      key,
      ...words.goals[key],
      behaviours: [...behavioursOfGoals[key]],
    })),
    behaviours: behaviourKeys.map((key): Behaviour => {
      const plan = plans[key];
      const measure = available.get(plan.measure);
      const isSum = plan.measure === 'activeDays' && measure?.aggregation.type === 'sum';
      return {
        key,
        ...words.behaviours[key],
        ...(isSum && { unit: words.loginUnit }),
        target: plan.target,
        direction: plan.target < plan.worst ? 'lower' : 'higher',
        roles: plan.roles.map((role) => describeRole(role, context, true)),
        measures: measure === undefined ? [] : withParts([measure.id], available),
      };
    }),
  };
}

/**
 * The scorecard of a choice: every behaviour with a measure, equal weights, 0 points at the plan's worst value and 100 at
 * the target. A target beyond the worst value moves that value with it, so that the scale keeps its direction. Null where
 * no chosen behaviour has a measure. Ids are the template's own; see `giveIds`.
 */
export function buildGoalScorecard(
  input: GoalInput,
  choice: GoalChoice,
): { readonly measures: Measure[]; readonly scorecard: Scorecard | null } {
  const path = buildGoalPath(input);
  const words = goalWords[input.language];
  const found = choice.behaviours.flatMap(({ key, target, reason }) => {
    const behaviour = path.behaviours.find((candidate) => candidate.key === key);
    const measure = behaviour?.measures.at(-1);
    return behaviour === undefined || measure === undefined ? [] : [{ behaviour, measure, target, reason }];
  });
  if (found.length === 0) return { measures: [], scorecard: null };
  const group: MeasureGroup = {
    ...{ id: 'behaviours', name: words.group, weight: 100, combine: 'mean' },
    measures: found.map(({ behaviour, measure, target, reason }) => ({
      measureId: measure.id,
      weight: Math.round(100_000 / found.length) / 1000,
      scale: { type: 'linear', worst: worstFor(behaviour.key, target), best: target },
      missing: { type: 'exclude' },
      target: words
        .target({
          behaviour: behaviour.name,
          value: target,
          unit: behaviour.unit,
          isLower: behaviour.direction === 'lower',
        })
        .slice(0, 200),
      reason,
    })),
  };
  const byId = new Map(found.flatMap(({ behaviour }) => behaviour.measures).map((of) => [of.id, of]));
  return {
    measures: [...byId.values()],
    scorecard: {
      ...{ id: 'template-goal', name: choice.name, groups: [group], minimumCoverage: 0.5 },
      purpose: {
        ...{ goal: choice.goal, healthyCustomer: choice.healthyCustomer },
        ...(choice.aim !== undefined && { aim: choice.aim }),
      },
      gradingScheme: 'marks',
      bands: presetBands('marks', input.language),
    },
  };
}

function worstFor(key: BehaviourKey, target: number): number {
  const { worst, target: usual } = plans[key];
  const room = Math.abs(usual - worst) / 2;
  return usual > worst ? Math.min(worst, target - room) : Math.max(worst, target + room);
}
