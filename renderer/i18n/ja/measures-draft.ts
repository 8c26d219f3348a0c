/** What the editor says while a measure is being made. */
export const jaMeasuresDraft = {
  noData: {
    eventSource: 'イベントのデータがありません。「誰がいつ何をしたか」のファイルを取り込むと使えます。',
    source:
      '記録のデータがありません。問い合わせ、ヒアリング、アンケートなどのファイルを取り込むと使えます。',
    metric: '日付のあるデータ列がありません。日ごとや月ごとの数のファイルを取り込むと使えます。',
    open: 'データを開く',
  },
  unsaved: {
    title: '保存していない変更があります',
    text: '閉じると、入力した内容は失われます。',
    stay: '編集を続ける',
    leave: '保存せずに閉じる',
  },
  aggregationGroup: {
    metric: 'データ列から',
    events: '利用イベントから',
    records: '記録から',
    account: '契約と属性から',
    measures: 'ほかの指標から',
  },
};
