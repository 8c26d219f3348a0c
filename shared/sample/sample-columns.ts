import type { ColumnRole, FileKind } from '../schemas/import-plan.ts';
import type { MetricKind } from '../schemas/measure.ts';

/** One column of a sample file: its header in both languages and what it becomes at import. */
export interface SampleColumn {
  ja: string;
  en: string;
  role: ColumnRole;
  metricKind?: MetricKind;
}

/** One file of the sample: names in both languages (the source of tickets is the name without `.csv`), grain, columns in order. */
export interface SampleFileShape {
  ja: string;
  en: string;
  kind: FileKind;
  grain: 'day' | 'month';
  columns: readonly SampleColumn[];
}

const account: SampleColumn = { ja: '顧客ID', en: 'Account ID', role: 'accountId' };

/** The eight files of the sample, in the order they are imported. */
export const sampleFileShapes = {
  accounts: {
    ja: '顧客',
    en: 'Accounts',
    kind: 'accounts',
    grain: 'day',
    columns: [
      account,
      { ja: '会社名', en: 'Company', role: 'accountName' },
      { ja: '業種', en: 'Industry', role: 'attribute' },
      { ja: '地域', en: 'Region', role: 'attribute' },
      { ja: 'プラン', en: 'Plan', role: 'attribute' },
      { ja: '契約形態', en: 'Contract term', role: 'termMonths' },
      { ja: '担当CSM', en: 'CSM', role: 'attribute' },
      { ja: '契約開始日', en: 'Contract start', role: 'startOn' },
      { ja: '契約シート数', en: 'Contracted seats', role: 'seats' },
      { ja: '月額', en: 'Monthly fee', role: 'contractAmount' },
      { ja: '解約フラグ', en: 'Churn flag', role: 'attribute' },
    ],
  },
  daily: {
    ja: '利用状況',
    en: 'Usage',
    kind: 'metricsWide',
    grain: 'day',
    columns: [
      account,
      { ja: '日付', en: 'Date', role: 'date' },
      { ja: 'ログイン数', en: 'Log-ins', role: 'metricValue', metricKind: 'flow' },
      { ja: 'アクティブユーザー数', en: 'Active users', role: 'metricValue', metricKind: 'flow' },
      { ja: '定期レポート配信数', en: 'Scheduled reports', role: 'metricValue', metricKind: 'flow' },
    ],
  },
  monthly: {
    ja: '月次指標',
    en: 'Monthly metrics',
    kind: 'metricsWide',
    grain: 'month',
    columns: [
      account,
      { ja: '月', en: 'Month', role: 'date' },
      { ja: 'コア機能利用数', en: 'Core feature use', role: 'metricValue', metricKind: 'flow' },
      {
        ja: '月間アクティブユーザー数',
        en: 'Monthly active users',
        role: 'metricValue',
        metricKind: 'level',
      },
      { ja: 'シート数', en: 'Seats', role: 'metricValue', metricKind: 'level' },
      { ja: 'MRR', en: 'MRR', role: 'metricValue', metricKind: 'level' },
      { ja: 'メール開封数', en: 'Mails opened', role: 'metricValue', metricKind: 'flow' },
      { ja: 'ウェビナー参加数', en: 'Webinar visits', role: 'metricValue', metricKind: 'flow' },
      { ja: '天気指数', en: 'Weather index', role: 'metricValue', metricKind: 'level' },
    ],
  },
  survey: {
    ja: 'NPS',
    en: 'NPS',
    kind: 'surveys',
    grain: 'day',
    columns: [
      account,
      { ja: '回答日', en: 'Answered on', role: 'date' },
      { ja: '推奨度', en: 'NPS score', role: 'score' },
      { ja: '回答者', en: 'Respondent', role: 'respondent' },
    ],
  },
  hearing: {
    ja: 'ヒアリング',
    en: 'Hearing notes',
    kind: 'hearingNotes',
    grain: 'day',
    columns: [
      account,
      { ja: '日付', en: 'Date', role: 'date' },
      { ja: '話題', en: 'Topic', role: 'topic' },
      { ja: '相手', en: 'Stakeholder', role: 'stakeholder' },
      { ja: '評価', en: 'Rating', role: 'rating' },
      { ja: '所感', en: 'Impression', role: 'recordColumn' },
      { ja: '内容', en: 'Text', role: 'text' },
    ],
  },
  contacts: {
    ja: '対応履歴',
    en: 'Contact log',
    kind: 'interventions',
    grain: 'day',
    columns: [
      account,
      { ja: '対応日', en: 'Contacted on', role: 'date' },
      { ja: '方法', en: 'Channel', role: 'contactKind' },
      { ja: '担当CSM', en: 'CSM', role: 'contactBy' },
    ],
  },
  tickets: {
    ja: '問い合わせ',
    en: 'Tickets',
    kind: 'records',
    grain: 'day',
    columns: [
      account,
      { ja: '受付番号', en: 'Ticket number', role: 'recordColumn' },
      { ja: '受付日', en: 'Opened on', role: 'date' },
      { ja: '種別', en: 'Kind', role: 'recordColumn' },
      { ja: '優先度', en: 'Priority', role: 'recordColumn' },
      { ja: '状態', en: 'State', role: 'recordColumn' },
      { ja: '完了日', en: 'Closed on', role: 'closedOn' },
    ],
  },
  outcomes: {
    ja: '解約',
    en: 'Churn',
    kind: 'outcomes',
    grain: 'day',
    columns: [
      account,
      { ja: '解約日', en: 'Churned on', role: 'outcomeOn' },
      { ja: '種別', en: 'Kind', role: 'outcomeKind' },
      { ja: '申出日', en: 'Notice on', role: 'noticeOn' },
      { ja: '自発', en: 'Voluntary', role: 'voluntary' },
      { ja: '理由', en: 'Reason', role: 'reason' },
    ],
  },
} satisfies Record<string, SampleFileShape>;

/** Key of a sample file. */
export type SampleFileKey = keyof typeof sampleFileShapes;
