import type { RoleKey, TemplateKey } from '../schemas/template.ts';
import { type ColumnNames, columnNames } from './column-names.ts';
import type { RecordNames } from './template-roles.ts';
import { type UsersNames, usersNames } from './users-names.ts';

/** Everything a template says, in one language. */
export interface TemplateWords {
  readonly templates: Readonly<
    Record<
      TemplateKey,
      { readonly name: string; readonly idea: string; readonly goal: string; readonly healthy: string }
    >
  >;
  readonly roles: Readonly<Record<RoleKey, string>>;
  /** Sources and columns that the app names itself. */
  readonly records: RecordNames;
  readonly measures: Readonly<Record<Exclude<TemplateMeasureKey, 'users'>, string>>;
  /** What days with log-ins are called where only whole periods are known. */
  readonly loginSum: string;
  /** The measures of log-ins where the column that plays them is called something else (sessions). */
  readonly called: ColumnNames;
  readonly usersBy: UsersNames;
  /** Stickiness where users are counted by week. */
  readonly weeklyStickiness: string;
  readonly groups: Readonly<Record<TemplateGroupKey, string>>;
  /** Target and reason of the goal-backwards template. */
  readonly goals: Readonly<
    Record<
      'keepsUsing' | 'recommends' | 'joinsIn' | 'talks',
      { readonly target: string; readonly reason: string }
    >
  >;
}

export type TemplateMeasureKey =
  | 'activeDays'
  | 'sinceLogin'
  | 'loginChange'
  | 'users'
  | 'usersRank'
  | 'usersBefore'
  | 'monthlyUsers'
  | 'seats'
  | 'seatUse'
  | 'core'
  | 'corePerUser'
  | 'stickiness'
  | 'growth'
  | 'nps'
  | 'events'
  | 'mailOpens'
  | 'hearing'
  | 'sinceHearing';

export type TemplateGroupKey =
  | 'usage'
  | 'frequency'
  | 'breadth'
  | 'depth'
  | 'engagement'
  | 'logins'
  | 'licences'
  | 'nps'
  | 'events'
  | 'mail'
  | 'hearing'
  | 'core'
  | 'loyalty';

const japanese: TemplateWords = {
  templates: {
    usageFirst: {
      name: '利用中心',
      idea: '「まず使われているかを見る」という考え方です。利用の頻度、直近さ、増減だけから始め、ほかの指標は役に立つと分かってから足します。',
      goal: '使われなくなった顧客を早く見つける',
      healthy: '何日も使い、直近にも使い、減っていない顧客',
    },
    frequencyBreadthDepth: {
      name: '頻度・広さ・深さ',
      idea: '製品の使われ方を、頻度 (どれだけ来るか)、広さ (何人が使うか)、深さ (主要な機能まで使うか) の3本柱で見る考え方です。',
      goal: '製品が組織に根付いているかを見る',
      healthy: '頻繁に、多くの人が、主要な機能まで使う顧客',
    },
    engagement: {
      name: 'アダプション・定着度・成長の平均',
      idea: 'アダプション (主要機能の利用)、定着度 (月に使う人のうち1日に使う人)、成長 (使う人の増減) の3つを同じ重みで平均する考え方です。',
      goal: '製品の利用が育っているかを1つの数で追う',
      healthy: '主要な機能を使い、毎日のように使う人がいて、使う人が増えている顧客',
    },
    fiveMetrics: {
      name: '5指標を0・1・2点で',
      idea: 'NPS、ログインとログインする人、ライセンスの使用率、イベント、メール開封の5つに、それぞれ0・1・2点を付けて足す考え方です。0点=0、1点=50、2点=100としています。',
      goal: '関係と利用の両方を、誰でも分かる点数で見る',
      healthy: '推奨してくれ、よく使い、契約した席を使い、催しに来て、メールを読む顧客',
    },
    usageHearing: {
      name: '利用とヒアリング',
      idea: '利用のデータに、担当者が顧客から聞いたこと (ヒアリングの評価) を合わせる考え方です。数字に出る前の変化を拾います。',
      goal: '数字に出る前の変化も含めて解約の兆しを見つける',
      healthy: 'よく使い、最近話を聞けていて、評価も良い顧客',
    },
    activeCore: {
      name: '週間利用者と主要機能',
      idea: '週に使う人の数と主要機能の利用回数を、ほかの顧客との順位で点にする考え方です。利用者ごとの記録がなく人数の列だけのときは、その平均で代えます。',
      goal: '人数と中身の両面から利用の勢いを見る',
      healthy: '毎週使う人が多く、主要な機能を多く使う顧客',
    },
    goalBackwards: {
      name: '目的から逆算',
      idea: '先に目的 (ロイヤルティ、定着、拡大など) を決め、それを表す行動を選び、行動ごとに目標を置く考え方です。目標は自社に合わせて書き換えてください。',
      goal: '長く付き合い、人に勧めてくれる顧客を増やす',
      healthy: '使い続け、勧めてくれ、催しに参加し、話をしてくれる顧客',
    },
  },
  records: {
    sources: { surveys: 'アンケート', hearingNotes: 'ヒアリング記録', interventions: '対応履歴' },
    columns: {
      score: '回答',
      rating: '評価',
      topic: '話題',
      stakeholder: '相手',
      respondent: '回答者',
      text: '内容',
    },
  },
  roles: {
    logins: 'ログイン数 (件数型)',
    users: 'アクティブユーザー数',
    monthlyUsers: '月間アクティブユーザー数',
    seats: 'シート数・ライセンス数',
    core: '主要機能の利用数',
    nps: 'NPSの回答 (0〜10)',
    events: 'イベント・ウェビナーの参加',
    mailOpens: 'メール開封数 (件数型)',
    hearing: 'ヒアリングの記録と評価',
  },
  loginSum: 'ログイン数 (約1か月)',
  called: columnNames.ja,
  usersBy: usersNames.ja,
  weeklyStickiness: '定着度 (週の利用者 ÷ 月の利用者)',
  measures: {
    activeDays: 'ログインのあった日数 (約1か月)',
    sinceLogin: '最後のログインからの日数',
    loginChange: 'ログイン数の変化',
    usersRank: 'アクティブユーザー数の順位',
    usersBefore: 'その前の月の利用者数',
    monthlyUsers: '月間アクティブユーザー数',
    seats: 'シート数',
    seatUse: 'シート利用率',
    core: '主要機能の利用数 (約1か月)',
    corePerUser: '1人あたりの主要機能の利用数',
    stickiness: '定着度 (1日の利用者 ÷ 月の利用者)',
    growth: '利用者の変化 (約3か月)',
    nps: 'NPS (1年)',
    events: 'イベントへの参加 (半年)',
    mailOpens: 'メール開封数 (約3か月)',
    hearing: '最後のヒアリングの評価',
    sinceHearing: '最後のヒアリングからの日数',
  },
  groups: {
    usage: '利用',
    frequency: '頻度',
    breadth: '広さ',
    depth: '深さ',
    engagement: '製品の利用',
    logins: 'ログイン',
    licences: 'ライセンス',
    nps: 'NPS',
    events: 'イベント',
    mail: 'メール',
    hearing: 'ヒアリング',
    core: '主要機能',
    loyalty: 'ロイヤルティ',
  },
  goals: {
    keepsUsing: { target: '月に12日以上使う', reason: '使い続けることが信頼の土台になるため' },
    recommends: { target: 'NPSが50以上', reason: '人に勧める気持ちがロイヤルティそのものだから' },
    joinsIn: { target: '半年に2回以上参加する', reason: '時間を割いて参加するのは関心の表れだから' },
    talks: { target: '評価4以上', reason: '話してくれる顧客とは問題を一緒に直せるから' },
  },
};

const english: TemplateWords = {
  templates: {
    usageFirst: {
      name: 'Usage first',
      idea: 'The idea of looking at use before anything else: how often, how recently, rising or falling. Other measures join once they have shown their worth.',
      goal: 'See early who stops using the product',
      healthy: 'Uses it on many days, lately too, and not less than before',
    },
    frequencyBreadthDepth: {
      name: 'Frequency, breadth, depth',
      idea: 'The idea of three pillars of product use: frequency (how often they come), breadth (how many of them come), depth (whether they reach the core features).',
      goal: 'See whether the product has taken root in the organisation',
      healthy: 'Comes often, with many people, and uses the core features',
    },
    engagement: {
      name: 'Product engagement score',
      idea: 'The idea of averaging three parts with equal weight: adoption (use of core features), stickiness (daily users among monthly users) and growth (change in users).',
      goal: 'Follow with one number whether use is growing',
      healthy: 'Uses the core features, has people who come daily, and more of them than before',
    },
    fiveMetrics: {
      name: 'Five metrics with 0, 1 or 2 points',
      idea: 'The idea of giving 0, 1 or 2 points each for NPS, log-ins and who logs in, licences in use, events and mail opens, and adding them up. Here 0 points = 0, 1 = 50, 2 = 100.',
      goal: 'See relationship and use in points that everybody understands',
      healthy: 'Recommends us, logs in often, fills its licences, comes to events and reads our mails',
    },
    usageHearing: {
      name: 'Usage and hearing notes',
      idea: 'The idea of joining usage data with what the customer tells us: ratings from conversations catch a change before the numbers do.',
      goal: 'See signs of churn that the numbers do not show yet',
      healthy: 'Uses the product well, has talked with us lately and rated us well',
    },
    activeCore: {
      name: 'Weekly users and core features',
      idea: 'The idea of ranking accounts against each other by weekly active users and counts of core-feature use. Without a record per user, the mean of a column of users stands in.',
      goal: 'See the momentum of use by people and by substance',
      healthy: 'Many people every week, and much use of the core features',
    },
    goalBackwards: {
      name: 'Goal backwards',
      idea: 'The idea of starting from a goal (loyalty, adoption, growth…), choosing the behaviours that show it and setting a target for each. Change the targets to your own.',
      goal: 'More customers who stay long and recommend us',
      healthy: 'Keeps using, recommends, joins in and talks with us',
    },
  },
  records: {
    sources: { surveys: 'Surveys', hearingNotes: 'Hearing notes', interventions: 'Contacts' },
    columns: {
      score: 'Answer',
      rating: 'Rating',
      topic: 'Topic',
      stakeholder: 'Stakeholder',
      respondent: 'Respondent',
      text: 'Text',
    },
  },
  roles: {
    logins: 'Log-ins (flow)',
    users: 'Active users',
    monthlyUsers: 'Monthly active users',
    seats: 'Seats or licences',
    core: 'Use of core features',
    nps: 'NPS answers (0–10)',
    events: 'Events or webinars attended',
    mailOpens: 'Mails opened (flow)',
    hearing: 'Hearing notes with a rating',
  },
  loginSum: 'Log-ins (about a month)',
  called: columnNames.en,
  usersBy: usersNames.en,
  weeklyStickiness: 'Stickiness (weekly ÷ monthly users)',
  measures: {
    activeDays: 'Days with log-ins (about a month)',
    sinceLogin: 'Days since the last log-in',
    loginChange: 'Change of log-ins',
    usersRank: 'Rank of active users',
    usersBefore: 'Users of the month before',
    monthlyUsers: 'Monthly active users',
    seats: 'Seats',
    seatUse: 'Share of seats in use',
    core: 'Use of core features (about a month)',
    corePerUser: 'Core-feature use per user',
    stickiness: 'Stickiness (daily ÷ monthly users)',
    growth: 'Change of users (about 3 months)',
    nps: 'NPS (a year)',
    events: 'Events attended (half a year)',
    mailOpens: 'Mails opened (about 3 months)',
    hearing: 'Rating of the last hearing',
    sinceHearing: 'Days since the last hearing',
  },
  groups: {
    usage: 'Usage',
    frequency: 'Frequency',
    breadth: 'Breadth',
    depth: 'Depth',
    engagement: 'Product engagement',
    logins: 'Log-ins',
    licences: 'Licences',
    nps: 'NPS',
    events: 'Events',
    mail: 'Mail',
    hearing: 'Hearing',
    core: 'Core features',
    loyalty: 'Loyalty',
  },
  goals: {
    keepsUsing: { target: 'Uses it on 12 days a month or more', reason: 'Trust rests on regular use' },
    recommends: { target: 'NPS of 50 or more', reason: 'To recommend is what loyalty means' },
    joinsIn: { target: 'Joins twice in half a year or more', reason: 'Who gives time is interested' },
    talks: { target: 'Rating of 4 or more', reason: 'With who talks to us we can mend things' },
  },
};

/** The words of the templates by language. */
export const templateWords: Readonly<Record<'ja' | 'en', TemplateWords>> = { ja: japanese, en: english };
