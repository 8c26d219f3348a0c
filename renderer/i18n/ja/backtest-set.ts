/** What can be looked for, and on which accounts and dates. */
export const jaBacktestSet = {
  set: {
    outcome: { churn: '解約', contraction: '減額', expansion: '拡大', renewal: '更新' },
    voluntaryOnly: '自発的な解約だけを数える',
    voluntaryHelp:
      '非自発的 (カード失効、倒産など) と記録された解約は数えません。記録のない解約は自発的とみなします。',
    voluntaryChurn: '自発的な解約',
    fromTop: 'いちばん上のランクを「呼びかける相手」とみなします。',
    fromBottom: '警戒ランクを「呼びかける相手」とみなします。',
    otherChurns: 'その前に解約した顧客は「起きなかった」側に数えます (対応期間内の解約は除きます)。',
    noIncumbent: 'なし',
    everybody: 'すべての顧客',
    byAttribute: '属性で選ぶ…',
    attribute: '属性',
    values: '値',
    noAttributes: '属性のあるデータがまだありません。顧客ファイルを取り込むと選べます。',
    segmentsLeftOut: 'スコアやランクの条件を含むセグメントは、過去の日付では使えないため出していません。',
    daysBefore: '更新日の何日前か',
    renewalHelp:
      '顧客ごとに、更新日からこの日数を引いた日を基準日にします。比べるのは同じ月の顧客どうしです。',
    beforeRenewal: '更新日の {{value}} 日前',
    ownAuc: '設計期間では、この指標だけの AUC は {{auc}} です。',
    lintNone: '採点前の点検: 指摘はありません。',
    lintSome_one: '採点前の点検: 過去をふり返るのに注意が要る点が {{value}} 件あります。',
    lintSome_other: '採点前の点検: 過去をふり返るのに注意が要る点が {{value}} 件あります。',
    lintShow: '見る',
    lintHide: '閉じる',
  },
};
