import type { Grain } from '../schemas/measure.ts';

/** What active users are called by how they are counted: from acts of a week, else the mean of a column of that grain. */
export type UsersNames = Readonly<Record<'acts' | Grain, string>>;

/** The same in each language. */
export const usersNames: Readonly<Record<'ja' | 'en', UsersNames>> = {
  ja: {
    acts: '週間アクティブユーザー数 (先週)',
    day: '1日あたりのアクティブユーザー数 (28日の平均)',
    week: '週間アクティブユーザー数 (4週の平均)',
    month: '月間アクティブユーザー数 (先月)',
    quarter: '四半期のアクティブユーザー数 (直近)',
  },
  en: {
    acts: 'Weekly active users (last week)',
    day: 'Active users per day (mean of 28 days)',
    week: 'Weekly active users (mean of 4 weeks)',
    month: 'Monthly active users (last month)',
    quarter: 'Active users of the last quarter',
  },
};
