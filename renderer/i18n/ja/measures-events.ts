export const jaMeasuresEvents = {
  aggregation: { distinctUsers: '利用者の数', distinctFeatures: '使った機能の数' },
  editor: {
    eventSource: '利用イベント',
    period: '数える期間',
    events: '数えるイベント',
    keyFeatures: '主要機能',
    eventsHint: '選ばなければ、すべてのイベントを数えます',
  },
  period: { day: '日 (直近の日数)', week: '週 (終わった週)', month: '月 (終わった月)' },
  sentence: {
    distinctUsers: {
      all: '{{window}}に「{{source}}」で何かをした利用者の数 (同じ人は1人)',
      some: '{{window}}に「{{source}}」の {{list}} をした利用者の数 (同じ人は1人)',
    },
    distinctFeatures: {
      all: '{{window}}に「{{source}}」で使われたイベントの種類の数',
      some: '{{window}}に「{{source}}」で使われた主要機能の数 ({{list}} のうち)',
    },
  },
};
