import type { TemplateKey } from '../schemas/template.ts';

/** Where the idea of each template comes from, per language. */
export const templateSources: Readonly<Record<'ja' | 'en', Readonly<Record<TemplateKey, string>>>> = {
  ja: {
    usageFirst: 'カスタマーサクセスの実務で勧められる、利用データだけの小さなスコアから始める進め方',
    frequencyBreadthDepth: '製品の利用を frequency・breadth・depth で見る、ヘルススコアの定番の組み立て',
    engagement: 'Pendo が提唱した Product Engagement Score (adoption・stickiness・growth の平均)',
    fiveMetrics: 'カスタマーサクセスの現場で使われる、5項目を0・1・2点の3段階で採点する表',
    usageHearing: '利用データに担当者の見立て (CSM pulse) を合わせる、ヘルススコアの組み立て',
    activeCore: '名刺管理サービスのカスタマーサクセスで使われた、週間利用者 (WAU) と主要機能の数によるスコア',
    goalBackwards: '目的から問い、指標へと降りる GQM (Goal–Question–Metric) の考え方',
  },
  en: {
    usageFirst: 'Customer-success practice: begin with a small score made of usage data alone',
    frequencyBreadthDepth: 'The common health-score recipe of frequency, breadth and depth of product use',
    engagement: 'Pendo’s Product Engagement Score, the mean of adoption, stickiness and growth',
    fiveMetrics: 'Customer-success practice: a sheet of five items, each marked 0, 1 or 2',
    usageHearing: 'Health scores that join usage data with the manager’s own judgement (CSM pulse)',
    activeCore: 'A business-card service’s score: weekly active users (WAU) and counts of core-feature use',
    goalBackwards: 'GQM (goal–question–metric): from the goal to what shows it to how it is measured',
  },
};
