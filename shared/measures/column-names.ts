/** What the measures of log-ins are called after the column that plays them. */
export type ColumnNames = Readonly<
  Record<'activeDays' | 'loginSum' | 'sinceLogin' | 'loginChange', (column: string) => string>
>;

/** The same in both languages. */
export const columnNames: Readonly<Record<'ja' | 'en', ColumnNames>> = {
  ja: {
    activeDays: (column) => `「${column}」のあった日数 (約1か月)`,
    loginSum: (column) => `${column} (約1か月)`,
    sinceLogin: (column) => `最後に「${column}」があってからの日数`,
    loginChange: (column) => `「${column}」の変化`,
  },
  en: {
    activeDays: (column) => `Days with “${column}” (about a month)`,
    loginSum: (column) => `${column} (about a month)`,
    sinceLogin: (column) => `Days since “${column}” was last above 0`,
    loginChange: (column) => `Change of “${column}”`,
  },
};
