export const jaLists = {
  title: 'リスト',
  why: '対応する顧客を選び、次の行動とともに書き出します。',
};
