/** What an audit can find, in the order of the cards when all else is equal. */
export const findingKinds = [
  'noOutcomes',
  'damagedIds',
  'twinIds',
  'churnBeforeStart',
  'churnOutsideLife',
  'flagContradiction',
  'usageAfterChurn',
  'metricGap',
  'halfExported',
  'outcomesAfterUsage',
  'futureDates',
  'duplicateRecords',
  'noticeAfterEnd',
  'closedBeforeOpened',
  'assumedStarts',
  'undatedAttribute',
  'usageBeforeStart',
  'accountGaps',
  'reactivations',
  'naText',
  'constantMetric',
  'duplicateRows',
  'rejectedRows',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Found only by counting rows that were not kept: the store has them, the dataset has not. */
export type RejectedKind = 'duplicateRows' | 'rejectedRows';

/** One row behind a finding. `account` −1 = it is about no one account; days are since 1970-01-01, null = none. */
export interface FoundRow {
  readonly account: number;
  readonly day: number | null;
  readonly value: string;
  /** The date it stands against (the churn a value follows, the start a churn precedes); null = none. */
  readonly otherDay: number | null;
}

/** Rows behind a finding, described when they are looked at: a finding may have millions. */
export interface FoundRows {
  readonly count: number;
  readonly accountAt: (position: number) => number;
  readonly rowAt: (position: number) => FoundRow;
}

/** `subject` is the metric, attribute or record source it is about; empty = the accounts themselves. */
export interface Finding {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly rows: FoundRows;
}

/** Rows kept as they are: for findings of which there are few. */
export function listedRows(rows: readonly FoundRow[]): FoundRows {
  return { count: rows.length, accountAt: (i) => rows[i]!.account, rowAt: (i) => rows[i]! };
}

/** Rows kept as positions in some column, with their account found or described on demand. */
export function positionedRows(
  positions: ArrayLike<number>,
  accountOf: (position: number) => number,
  describe: (position: number) => Omit<FoundRow, 'account'>,
): FoundRows {
  return {
    count: positions.length,
    accountAt: (i) => accountOf(positions[i]!),
    rowAt: (i) => ({ account: accountOf(positions[i]!), ...describe(positions[i]!) }),
  };
}

/** A finding with its rows; none when there are no rows. */
export function findingOf(kind: FindingKind, subject: string, rows: FoundRows): Finding[] {
  return rows.count === 0 ? [] : [{ kind, subject, rows }];
}
