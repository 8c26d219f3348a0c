export const jaData = {
  title: 'データ',
  why: 'CSVファイルを取り込み、内容を点検します。',
};
