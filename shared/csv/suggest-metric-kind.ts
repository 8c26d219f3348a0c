import type { MetricKind } from '../schemas/measure.ts';
import { plainName } from './column-names.ts';

const levelName =
  /\b(active users?|users|mau|wau|dau|seats?|licen[sc]es?|mrr|arr|nps|csat|score|index|rate|ratio|percent(age)?|pct|share|balance|storage|headcount|employees|utili[sz]ation|stickiness|price|fee|plan|tenure|size)\b|利用者数|ユーザー数|席数|シート|ライセンス|アカウント数|率|残高|スコア|満足度|月額|年額|単価|指数|評価|人数/;

/**
 * Whether a metric reads as a flow (counted per period: no row means 0) or a level (a state: no row means missing).
 * By its name: users, seats, MRR, scores, rates and balances are levels; a metric with a negative value is one too.
 */
export function suggestMetricKind(column: {
  readonly name: string;
  readonly distinct: readonly string[];
}): MetricKind {
  if (levelName.test(plainName(column.name))) return 'level';
  return column.distinct.some((text) => /^[-−▲(]/.test(text)) ? 'level' : 'flow';
}
