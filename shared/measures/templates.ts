import type { Measure } from '../schemas/measure.ts';
import type { MeasureGroup, Scale, Scorecard, ScorecardMeasure } from '../schemas/scorecard.ts';
import {
  type ChosenRoles,
  type RoleKey,
  type Template,
  type TemplateKey,
  templateKeys,
} from '../schemas/template.ts';
import { presetBands } from '../scoring/grading-schemes.ts';
import { referencesOf } from './measure-references.ts';
import { templateMeasures } from './template-measures.ts';
import { chooseRoles, describeRole, type TemplateColumns } from './template-roles.ts';
import { templateSources } from './template-sources.ts';
import {
  type TemplateGroupKey,
  type TemplateMeasureKey,
  type TemplateWords,
  templateWords,
} from './template-words.ts';

interface TemplatePlan {
  readonly required: readonly RoleKey[];
  readonly optional: readonly RoleKey[];
  readonly groups: readonly (readonly [
    group: TemplateGroupKey,
    weight: number,
    measures: readonly PlannedMeasure[],
  ])[];
}

interface PlannedMeasure {
  readonly key: TemplateMeasureKey;
  readonly weight: number;
  readonly scale: Scale;
  readonly goal?: keyof TemplateWords['goals'];
}

/** 0, 1 or 2 points, as 0, 50 and 100. */
const points012 = (one: number, two: number): Scale => ({
  type: 'bins',
  cutoffs: [one, two],
  points: [0, 50, 100],
});
const linear = (worst: number, best: number): Scale => ({ type: 'linear', worst, best });
/** Where nobody knows the unit: the rank among the others. */
const ranked: Scale = { type: 'percentile', direction: 'higher' };

const loginMeasures: readonly PlannedMeasure[] = [
  { key: 'activeDays', weight: 50, scale: linear(0, 20) },
  { key: 'sinceLogin', weight: 20, scale: linear(30, 0) },
  { key: 'loginChange', weight: 30, scale: linear(-0.8, 0.2) },
];

const plans: Readonly<Record<TemplateKey, TemplatePlan>> = {
  usageFirst: { required: ['logins'], optional: [], groups: [['usage', 100, loginMeasures]] },
  frequencyBreadthDepth: {
    required: ['logins'],
    optional: ['users', 'seats', 'core'],
    groups: [
      ['frequency', 40, [{ key: 'activeDays', weight: 100, scale: linear(0, 20) }]],
      ['breadth', 30, [{ key: 'seatUse', weight: 100, scale: linear(0.1, 0.8) }]],
      ['depth', 30, [{ key: 'corePerUser', weight: 100, scale: ranked }]],
    ],
  },
  engagement: {
    required: ['users', 'monthlyUsers', 'core'],
    optional: [],
    groups: [
      [
        'engagement',
        100,
        [
          { key: 'corePerUser', weight: 1, scale: ranked },
          { key: 'stickiness', weight: 1, scale: linear(0, 0.5) },
          { key: 'growth', weight: 1, scale: linear(-0.5, 0.5) },
        ],
      ],
    ],
  },
  fiveMetrics: {
    required: ['logins'],
    optional: ['nps', 'users', 'seats', 'events', 'mailOpens'],
    groups: [
      ['nps', 20, [{ key: 'nps', weight: 100, scale: points012(0, 50) }]],
      [
        'logins',
        20,
        [
          { key: 'activeDays', weight: 50, scale: points012(4, 12) },
          { key: 'usersRank', weight: 50, scale: points012(33, 67) },
        ],
      ],
      ['licences', 20, [{ key: 'seatUse', weight: 100, scale: points012(0.4, 0.7) }]],
      ['events', 20, [{ key: 'events', weight: 100, scale: points012(1, 2) }]],
      ['mail', 20, [{ key: 'mailOpens', weight: 100, scale: points012(1, 3) }]],
    ],
  },
  usageHearing: {
    required: ['logins', 'hearing'],
    optional: [],
    groups: [
      ['usage', 60, loginMeasures],
      [
        'hearing',
        40,
        [
          { key: 'hearing', weight: 70, scale: linear(1, 5) },
          { key: 'sinceHearing', weight: 30, scale: linear(180, 30) },
        ],
      ],
    ],
  },
  activeCore: {
    required: ['users', 'core'],
    optional: [],
    groups: [
      ['usage', 50, [{ key: 'users', weight: 100, scale: ranked }]],
      ['core', 50, [{ key: 'core', weight: 100, scale: ranked }]],
    ],
  },
  goalBackwards: {
    required: ['logins'],
    optional: ['nps', 'events', 'hearing'],
    groups: [
      [
        'loyalty',
        100,
        [
          { key: 'activeDays', weight: 25, scale: linear(0, 12), goal: 'keepsUsing' },
          { key: 'nps', weight: 25, scale: linear(-50, 50), goal: 'recommends' },
          { key: 'events', weight: 25, scale: linear(0, 2), goal: 'joinsIn' },
          { key: 'hearing', weight: 25, scale: linear(1, 4), goal: 'talks' },
        ],
      ],
    ],
  },
};

/**
 * Every scorecard template fitted to the client's columns: which column plays each role (found by its name, or chosen
 * by hand), which are missing, and the measures and the scorecard that the found ones allow (groups without a measure
 * are left out, the rest keeps its weights). Scales are plain starting points, not learnt from outcomes. Ids are the
 * template's own: give them new ones with `giveIds` before they enter a workspace.
 */
export function buildTemplates(
  columns: TemplateColumns,
  language: 'ja' | 'en',
  chosen: ChosenRoles = [],
): Template[] {
  const roles = chooseRoles(columns, chosen);
  const words = templateWords[language];
  const available = templateMeasures(roles, words);
  const context = { roles, columns, words };
  return templateKeys.map((key) => {
    const plan = plans[key];
    const has = (role: RoleKey) => roles[role] !== null;
    const groups = buildGroups(plan, available, words);
    const isReady = [...plan.required, ...plan.optional].every(has);
    return {
      key,
      name: words.templates[key].name,
      idea: words.templates[key].idea,
      source: templateSources[language][key],
      roles: [
        ...plan.required.map((role) => describeRole(role, context, true)),
        ...plan.optional.map((role) => describeRole(role, context, false)),
      ],
      availability: isReady ? 'ready' : plan.required.every(has) ? 'partly' : 'missing',
      measures: withParts(
        groups.flatMap((group) => group.measures.map(({ measureId }) => measureId)),
        available,
      ),
      scorecard: groups.length === 0 ? null : buildScorecard(key, groups, language),
    };
  });
}

type Available = ReadonlyMap<TemplateMeasureKey, Measure>;

function buildGroups(plan: TemplatePlan, available: Available, words: TemplateWords): MeasureGroup[] {
  return plan.groups.flatMap(([key, weight, measures]) => {
    const scored = measures.flatMap((planned): ScorecardMeasure[] => {
      const measure = available.get(planned.key);
      if (measure === undefined) return [];
      return [
        {
          measureId: measure.id,
          weight: planned.weight,
          scale: scaleFor(planned, measure),
          missing: { type: 'exclude' },
          ...(planned.goal !== undefined && words.goals[planned.goal]),
        },
      ];
    });
    if (scored.length === 0) return [];
    return [{ id: key, name: words.groups[key], weight, combine: 'mean' as const, measures: scored }];
  });
}

/** Days of a month have a scale of their own; a sum over whole periods is of any size. */
function scaleFor({ key, scale }: PlannedMeasure, { aggregation }: Measure): Scale {
  return key === 'activeDays' && aggregation.type === 'sum' ? ranked : scale;
}

/** Measures by id with those they are made from, once each, the parts before what is made from them. */
export function withParts(
  ids: Iterable<string>,
  available: ReadonlyMap<TemplateMeasureKey, Measure>,
): Measure[] {
  const byId = new Map([...available.values()].map((measure) => [measure.id, measure]));
  const used = new Set<string>();
  const use = (id: string): void => {
    const measure = byId.get(id);
    if (measure === undefined || used.has(id)) return;
    referencesOf(measure.aggregation).forEach(use);
    used.add(id);
  };
  for (const id of ids) use(id);
  return [...used].flatMap((id) => byId.get(id) ?? []);
}

function buildScorecard(key: TemplateKey, groups: MeasureGroup[], language: 'ja' | 'en'): Scorecard {
  const words = templateWords[language].templates[key];
  return {
    id: `template-${key}`,
    name: words.name,
    purpose: { goal: words.goal, healthyCustomer: words.healthy },
    groups,
    minimumCoverage: 0.5,
    gradingScheme: 'marks',
    bands: presetBands('marks', language),
  };
}
