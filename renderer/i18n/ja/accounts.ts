export const jaAccounts = {
  title: '顧客',
  why: '1社ごとに、スコアの推移と内訳を見ます。',
};
