export const jaBacktest = {
  title: '検証',
  why: '過去の日付でスコアを再現し、解約を早く見つけられたかを確かめます。',
};
