import type { Aggregation, Measure } from '../schemas/measure.ts';
import { defaultSources } from '../schemas/record-kinds.ts';
import type { MeasureGroup, Scale, Scorecard } from '../schemas/scorecard.ts';
import { presetBands } from '../scoring/grading-schemes.ts';
import { type SampleColumn, sampleFileShapes } from './sample-columns.ts';
import { type SampleLanguage, sampleWords } from './sample-words.ts';

/** The measures and the scorecard a new sample workspace begins with. */
export interface SampleDesign {
  measures: Measure[];
  scorecard: Scorecard;
}

const texts = {
  ja: {
    measures: {
      activeDays: 'ログインのあった日数 (28日)',
      loginChange: 'ログイン数の変化 (28日)',
      monthlyUsers: '月間アクティブユーザー数 (先月)',
      seats: 'シート数 (先月)',
      seatUse: 'シート利用率',
      openTickets: '未完了の問い合わせ (90日)',
      nps: '最新のNPS回答',
      worries: '懸念のあったヒアリング (180日)',
    },
    name: 'はじめのスコアカード',
    goal: '解約を1か月以上前に見つけ、担当CSMが動けるようにする',
    healthyCustomer: '週に何度も使い、契約したシートに使い手がいて、困りごとを話してくれる顧客',
    groups: { usage: '利用', adoption: '定着', relation: '関係' },
    actions: [
      '事例紹介や追加提案の相談をする',
      '四半期ごとの定例で活用の状況を確かめる',
      '2週間以内に連絡し、使われなくなった理由を聞く',
      '今週中に訪問またはオンラインで面談し、立て直しの計画を一緒に作る',
    ],
  },
  en: {
    measures: {
      activeDays: 'Days with log-ins (28 days)',
      loginChange: 'Change of log-ins (28 days)',
      monthlyUsers: 'Monthly active users (last month)',
      seats: 'Seats (last month)',
      seatUse: 'Share of seats in use',
      openTickets: 'Open tickets (90 days)',
      nps: 'Latest NPS answer',
      worries: 'Worried hearing notes (180 days)',
    },
    name: 'First scorecard',
    goal: 'See a churn coming a month or more ahead, so that the CSM can act',
    healthyCustomer:
      'A healthy customer uses the product several times a week, fills its seats and tells us its problems',
    groups: { usage: 'Usage', adoption: 'Adoption', relation: 'Relationship' },
    actions: [
      'Talk about a case study or an extension',
      'Check use at the quarterly meeting',
      'Get in touch within two weeks and ask why use went down',
      'Meet this week and draw up a recovery plan together',
    ],
  },
} as const;

/**
 * Eight measures over the sample's columns and a first scorecard of six of them (the other two make up the share of
 * seats in use), in three groups with the `marks` bands and a next action per band. A sensible start, not the best
 * one: it was set by hand, without looking at outcomes.
 */
export function sampleDesign(language: SampleLanguage): SampleDesign {
  const words = texts[language];
  return {
    measures: buildMeasures(language),
    scorecard: {
      id: 'sample-scorecard',
      name: words.name,
      purpose: { goal: words.goal, healthyCustomer: words.healthyCustomer },
      groups: buildGroups(words.groups),
      minimumCoverage: 0.5,
      gradingScheme: 'marks',
      bands: presetBands('marks', language).map((band, i) => ({ ...band, action: words.actions[i] ?? '' })),
    },
  };
}

function buildMeasures(language: SampleLanguage): Measure[] {
  const { daily, monthly, hearing, tickets } = sampleFileShapes;
  const header = (columns: readonly SampleColumn[], ja: string) =>
    columns.find((column) => column.ja === ja)![language];
  const logins = header(daily.columns, 'ログイン数');
  const users = header(monthly.columns, '月間アクティブユーザー数');
  const seats = header(monthly.columns, 'シート数');
  const words = sampleWords(language);
  const worried = {
    column: header(hearing.columns, '所感'),
    operator: 'equals',
    value: words.impressions[0],
  } as const;
  const month = { lookback: 1, shift: 0, noRow: 'byKind' } as const;
  const count = { type: 'recordCount', filters: [], openOnly: false } as const;
  const aggregations: Record<keyof (typeof texts)['ja']['measures'], Aggregation> = {
    activeDays: { type: 'activeDays', metric: logins, lookback: 28, shift: 0 },
    loginChange: { type: 'change', metric: logins, lookback: 28, shift: 0, noRow: 'byKind' },
    monthlyUsers: { type: 'mean', metric: users, ...month },
    seats: { type: 'mean', metric: seats, ...month },
    seatUse: { type: 'ratio', numerator: measureId('monthlyUsers'), denominator: measureId('seats') },
    openTickets: { ...count, source: tickets[language], lookbackDays: 90, filters: [], openOnly: true },
    nps: {
      ...{ type: 'latestRecord', source: defaultSources.survey, column: 'score' },
      ...{ staleAfterDays: 365, filters: [] },
    },
    worries: { ...count, source: defaultSources.hearingNote, lookbackDays: 180, filters: [worried] },
  };
  return (Object.keys(aggregations) as (keyof typeof aggregations)[]).map((key) => ({
    id: measureId(key),
    name: texts[language].measures[key],
    aggregation: aggregations[key],
    direction: key === 'openTickets' || key === 'worries' ? 'lower' : 'higher',
    actionable: key !== 'seats',
  }));
}

function buildGroups(names: { usage: string; adoption: string; relation: string }): MeasureGroup[] {
  return [
    {
      ...{ id: 'usage', name: names.usage, weight: 50, combine: 'mean' },
      measures: [
        scored('activeDays', 60, { type: 'bins', cutoffs: [3, 6, 9, 12], points: [0, 30, 60, 85, 100] }),
        scored('loginChange', 40, { type: 'linear', worst: -0.8, best: 0 }),
      ],
    },
    {
      ...{ id: 'adoption', name: names.adoption, weight: 20, combine: 'mean' },
      measures: [scored('seatUse', 100, { type: 'linear', worst: 0.1, best: 0.7 })],
    },
    {
      ...{ id: 'relation', name: names.relation, weight: 30, combine: 'mean' },
      measures: [
        scored('openTickets', 30, { type: 'linear', worst: 3, best: 0 }),
        scored('nps', 35, { type: 'bins', cutoffs: [5, 7, 9], points: [0, 40, 70, 100] }),
        scored('worries', 35, { type: 'bins', cutoffs: [1, 2], points: [100, 30, 0] }),
      ],
    },
  ];
}

function scored(
  key: keyof (typeof texts)['ja']['measures'],
  weight: number,
  scale: Scale,
): MeasureGroup['measures'][number] {
  return { measureId: measureId(key), weight, scale, missing: { type: 'exclude' } };
}

function measureId(key: keyof (typeof texts)['ja']['measures']): string {
  return `sample-${key}`;
}
