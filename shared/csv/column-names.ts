import { furtherPatterns } from './further-column-names.ts';
import { toHalfWidth } from './half-width.ts';

/** What a column's name may say it is. */
export type NamedRole =
  | 'accountId'
  | 'accountName'
  | 'startOn'
  | 'noticeOn'
  | 'endOn'
  | 'date'
  | 'metricName'
  | 'metricValue'
  | 'outcomeKind'
  | 'voluntary'
  | 'amount'
  | 'reason'
  | 'closedOn'
  | 'knownOn'
  | 'userId'
  | 'eventName'
  | 'quantity'
  | 'score'
  | 'respondent'
  | 'text'
  | 'stakeholder'
  | 'topic'
  | 'rating'
  | 'contactKind'
  | 'contactBy'
  | 'validFrom'
  | 'renewalOn'
  | 'termMonths'
  | 'contractAmount'
  | 'seats'
  | 'churnFlag';

/**
 * How strongly a column's name suggests a role, 0–1: the first pattern that matches decides, 0 where none does.
 * English and Japanese; snake_case, camelCase and spaces read alike.
 */
export function nameScore(name: string, role: NamedRole): number {
  const words = plainName(name);
  return patterns[role].find(([pattern]) => pattern.test(words))?.[1] ?? 0;
}

const dateRoles = [
  'date',
  'startOn',
  'endOn',
  'noticeOn',
  'closedOn',
  'knownOn',
  'validFrom',
  'renewalOn',
] as const;

/** Whether a column's name says that it holds dates: 契約開始日, churn date; false where it names the account. */
export function namesDate(name: string): boolean {
  return nameScore(name, 'accountId') === 0 && dateRoles.some((role) => nameScore(name, role) >= 0.7);
}

/** A name in lower case, half-width, its words apart: `customerID`, `Customer_Id` and `customer id` are the same. */
export function plainName(name: string): string {
  return toHalfWidth(name)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-./:()[\]・]+/g, ' ')
    .trim();
}

const company = '(?:account|customer|client|company|organi[sz]ation|org|tenant|subscriber|member|workspace)';
const kaisha = '(?:顧客|アカウント|企業|会社|法人|取引先|契約者|契約|得意先|テナント|組織|会員|お客様)';
const idWord = '(?:id|no|number|code|key|uuid|ref)';
const idGo = '(?:id|コード|番号|no|№|キー)';

type Patterns = readonly (readonly [pattern: RegExp, score: number])[];

const patterns: Readonly<Record<NamedRole, Patterns>> = {
  accountId: [
    [new RegExp(`^${company} ?${idWord}$|^${kaisha} ?${idGo}$`), 1],
    [new RegExp(`\\b${company} ?${idWord}$`), 0.9],
    [/^(account|customer|client|tenant|organi[sz]ation|subscriber|顧客|取引先|アカウント)$/, 0.8],
    [/^(user|ユーザー|利用者) ?(id|no|code|コード|番号)$/, 0.7],
    [/^(id|uuid|key|コード|番号)$/, 0.6],
    [/^(company|会社|企業)$/, 0.4],
  ],
  accountName: [
    [new RegExp(`^${company} ?name$|^${kaisha}名称?$`), 1],
    [/^(company|name|customer|client|account|会社|企業|名称|名前|社名|顧客|氏名)$/, 0.7],
  ],
  startOn: [
    [
      /^(contract|subscription|service|customer|account|plan)? ?(start|started|sign ?up|signed up|activat(ion|ed)|onboard(ing|ed)?|join(ed)?|creat(ed|ion)|regist(ered|ration)|since)( ?(date|on|at|day|time))?$/,
      1,
    ],
    [
      /^(契約|利用|サービス|課金|取引)?開始(日|年月日|日時|月|年月)?$|^(契約|登録|申込|入会|加入|導入|作成)(日|年月日|日時)$/,
      1,
    ],
    [/\b(start|begin|signup)( date| on)?$|開始日$/, 0.7],
  ],
  noticeOn: [[/\bnotice\b|cancel(l?ation)? request|申出|解約申請|解約通知|解約連絡/, 1]],
  endOn: [
    [/^(churn(ed)?|cancel(l?ed|l?ation)?)( ?(date|on|at|day|time))?$|^解約(日|年月日|日時|月|年月)$/, 1],
    [
      /^(contract|subscription|service)? ?(terminat(ed|ion)|end|ended|expired|deactivated|left|exit)( ?(date|on|at|day|time))?$/,
      0.8,
    ],
    [/^(契約|利用|サービス)?終了(日|年月日|日時|月)?$|^退会(日|年月日)$/, 0.8],
    [/\b(churn|cancel)|解約日|退会日/, 0.7],
  ],
  date: [
    [/^(date|day|month|week|quarter|period|time|timestamp|date ?time|year ?month|ym|as of)$/, 1],
    [
      /^(日付|年月日?|月度?|週|日|日時|四半期|期間|対象(日|月|年月)|集計(日|月)|計上(日|月)|利用(日|月|年月)|発生日)$/,
      1,
    ],
    [/\b(date|day|month|week|quarter|period|time|timestamp|on|at)$|(日|月|日時|年月|週)$/, 0.7],
  ],
  metricName: [
    [
      /^(metric|measure|indicator|kpi|series)( (name|key|type))?$|^(指標|項目|メトリック|データ項目|系列)名?$/,
      1,
    ],
    [/^(event|feature|variable|type|category|name)( (name|type))?$|^(イベント|機能|種別|名称)名?$/, 0.6],
  ],
  metricValue: [
    [
      /^(metric )?(value|amount|count|quantity|qty|number|total|score)$|^(値|数値|件数|回数|数量|合計|スコア)$/,
      1,
    ],
  ],
  outcomeKind: [
    [
      /^(outcome|kind|type|status|result|event|change)( (kind|type|status))?$|^(結果|種別|区分|種類|状態|イベント)$/,
      1,
    ],
  ],
  voluntary: [[/voluntary|自発|自主/, 1]],
  amount: [
    [/^(amount|mrr|arr|acv|revenue|fee|price|value|金額|月額|年額|売上|契約金額)$/, 1],
    [/\b(amount|mrr|arr|revenue|fee)\b|金額|月額|年額/, 0.8],
  ],
  reason: [[/reason|cause|comment|理由|原因|コメント|備考/, 1]],
  closedOn: [
    [
      /^(close[d]?|resolved|completed|solved|finished|done|resolution|completion)( ?(date|on|at|day|time))?$/,
      1,
    ],
    [/^(対応)?(完了|解決|クローズ|終了)(日|日時|年月日)$/, 1],
  ],
  ...furtherPatterns,
};
