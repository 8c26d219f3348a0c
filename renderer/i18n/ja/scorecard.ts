export const jaScorecard = {
  title: 'スコア設計',
  why: '指標に点数と重みを付けて、ヘルススコアを作ります。',
};
