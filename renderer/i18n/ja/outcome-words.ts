/** What stands for churn and its vocabulary when another outcome is looked for: pattern → words, in order. */
export const jaOutcomeWords = {
  contraction: [
    ['契約を続けている', 'まだ減額していない'],
    ['継続した', '減額しなかった'],
    ['継続', '減額なし'],
    ['解約しなかった', '減額しなかった'],
    ['解約', '減額'],
  ],
  expansion: [
    ['契約を続けている', 'まだ拡大していない'],
    ['継続した', '拡大しなかった'],
    ['継続', '拡大なし'],
    ['解約', '拡大'],
    ['この点数より低い', 'この点数以上の'],
    ['点未満', '点以上'],
    ['点数が低い', '点数が高い'],
    ['警戒', '有望'],
    ['捕捉', '発見'],
    ['捕まえ', '見つけ'],
  ],
  renewal: [
    ['契約を続けている', 'まだ更新していない'],
    ['継続した', '更新しなかった'],
    ['継続', '更新なし'],
    ['解約', '更新'],
    ['この点数より低い', 'この点数以上の'],
    ['点未満', '点以上'],
    ['点数が低い', '点数が高い'],
    ['警戒', '有望'],
    ['捕捉', '発見'],
    ['捕まえ', '見つけ'],
  ],
} as const;

/** What is said in another way where expansion is looked for: the healthy side is the one it happens to. */
export const jaOutcomeTexts = {
  measures: { healthier: { higher: '大きいほど拡大', lower: '小さいほど拡大' } },
  scorecard: {
    purpose: { goalHint: '例: 拡大の機会を1か月前に見つけて提案する' },
    bands: { alarm: '警戒ランク (対応が要る)' },
    live: { aucHelp: '拡大した行が、拡大しなかった行より高い点になる確率です。0.5は偶然と同じです。' },
    rules: { measure: { reasonHint: '例: 使う人が増えた顧客から拡大した' } },
  },
};
