import type { BehaviourKey, GoalKey } from '../schemas/template.ts';

/** What the way back from a goal says, in one language. */
export interface GoalWords {
  readonly goals: Readonly<Record<GoalKey, { readonly goal: string; readonly healthyCustomer: string }>>;
  readonly behaviours: Readonly<
    Record<BehaviourKey, { readonly name: string; readonly reason: string; readonly unit: string }>
  >;
  /** Unit of log-ins where only whole periods are known. */
  readonly loginUnit: string;
  /** The target as the scorecard keeps it. */
  readonly target: (words: { behaviour: string; value: number; unit: string; isLower: boolean }) => string;
  readonly group: string;
}

const japanese: GoalWords = {
  goals: {
    loyalty: {
      goal: '長く付き合い、人に勧めてくれる顧客を増やす',
      healthyCustomer: '使い続け、勧めてくれ、催しに参加し、話をしてくれる顧客',
    },
    adoption: {
      goal: '製品が組織に根付いている顧客を増やす',
      healthyCustomer: '頻繁に、多くの席で、主要な機能まで使う顧客',
    },
    growth: {
      goal: '利用が広がり、契約を増やせる顧客を見つける',
      healthyCustomer: '使う人が増え、席が埋まり、主要な機能を使い込む顧客',
    },
    relationship: {
      goal: '話のできる関係を続ける',
      healthyCustomer: '最近話を聞けていて、評価がよく、便りを読んでくれる顧客',
    },
  },
  behaviours: {
    keepsUsing: { name: '使い続ける', reason: '使い続けることが信頼の土台になるため', unit: '日 (約1か月)' },
    comesBack: { name: '間を空けない', reason: '間が空くと忘れられるため', unit: '日前まで' },
    manyUse: {
      name: '多くの席で使う',
      reason: '1人だけの利用は担当者の異動で終わるため',
      unit: '(使っている席の割合、1が全席)',
    },
    goesDeep: {
      name: '主要な機能まで使う',
      reason: '価値は主要な機能にあるため',
      unit: '回 (1人あたり、約1か月)',
    },
    grows: {
      name: '使う人が増える',
      reason: '広がりは価値が伝わった証拠だから',
      unit: '(約3か月の変化、0.1が1割増)',
    },
    recommends: {
      name: '人に勧める',
      reason: '勧める気持ちがロイヤルティそのものだから',
      unit: '(NPS、−100〜100)',
    },
    joinsIn: { name: '催しに参加する', reason: '時間を割くのは関心の表れだから', unit: '回 (約半年)' },
    reads: { name: '便りを読む', reason: '関心が続いているしるしだから', unit: '通 (約3か月)' },
    talks: {
      name: '話してくれ、評価がよい',
      reason: '話してくれる顧客とは問題を一緒に直せるから',
      unit: '(最後の評価)',
    },
    talkedLately: { name: '最近話せている', reason: '話が途切れると変化に気づけないため', unit: '日前まで' },
  },
  loginUnit: '回 (約1か月)',
  target: ({ behaviour, value, unit, isLower }) => `${behaviour}: ${value} ${unit}${isLower ? '' : ' 以上'}`,
  group: '目的を表す行動',
};

const english: GoalWords = {
  goals: {
    loyalty: {
      goal: 'More customers who stay long and recommend us',
      healthyCustomer: 'Keeps using, recommends, joins in and talks with us',
    },
    adoption: {
      goal: 'More customers in whose work the product has taken root',
      healthyCustomer: 'Uses it often, on many seats, down to the core features',
    },
    growth: {
      goal: 'Find customers whose use spreads and who may buy more',
      healthyCustomer: 'More people use it, seats are filled, core features are used a lot',
    },
    relationship: {
      goal: 'Stay on speaking terms',
      healthyCustomer: 'Has talked with us lately, rated us well and reads our mails',
    },
  },
  behaviours: {
    keepsUsing: { name: 'Keeps using', reason: 'Trust rests on regular use', unit: 'days in about a month' },
    comesBack: {
      name: 'Leaves no long gap',
      reason: 'A gap is how products are forgotten',
      unit: 'days ago',
    },
    manyUse: {
      name: 'Uses many seats',
      reason: 'Use by one person ends when that person moves on',
      unit: 'of the seats (1 = all)',
    },
    goesDeep: {
      name: 'Uses the core features',
      reason: 'The value lies in the core features',
      unit: 'times per user in about a month',
    },
    grows: {
      name: 'More people use it',
      reason: 'Spreading shows that the value came across',
      unit: 'change in about 3 months (0.1 = a tenth more)',
    },
    recommends: {
      name: 'Recommends us',
      reason: 'To recommend is what loyalty means',
      unit: 'NPS (−100 to 100)',
    },
    joinsIn: { name: 'Joins in', reason: 'Who gives time is interested', unit: 'times in half a year' },
    reads: {
      name: 'Reads our mails',
      reason: 'Shows that interest goes on',
      unit: 'mails in about 3 months',
    },
    talks: {
      name: 'Talks and rates us well',
      reason: 'With who talks to us we can mend things',
      unit: '(last rating)',
    },
    talkedLately: {
      name: 'Has talked with us lately',
      reason: 'Where talk stops, change goes unseen',
      unit: 'days ago',
    },
  },
  loginUnit: 'log-ins in about a month',
  target: ({ behaviour, value, unit, isLower }) =>
    `${behaviour}: ${isLower ? 'at most' : 'at least'} ${value} ${unit}`,
  group: 'Behaviours that show the goal',
};

/** The words of the way back from a goal by language. */
export const goalWords: Readonly<Record<'ja' | 'en', GoalWords>> = { ja: japanese, en: english };
