/** A file as a client might send it. */
export interface ClientFile {
  readonly name: string;
  readonly text: string;
}

const accounts = Array.from({ length: 30 }, (_, i) => `K${String(i + 1).padStart(3, '0')}`);
const pad = (value: number) => String(value).padStart(2, '0');

function file(name: string, header: string, rows: readonly string[]): ClientFile {
  return { name, text: `${[header, ...rows].join('\n')}\n` };
}

/** One row for each of the first accounts. */
function each(count: number, row: (id: string, at: number) => string): string[] {
  return accounts.slice(0, count).map(row);
}

/** Months of 2024 up to `last` (1–12); of the last one only for `ofLast` accounts. */
function usage(last: number, ofLast: number): string[] {
  return Array.from({ length: last }, (_, m) =>
    each(m + 1 === last ? ofLast : 30, (id, at) => `${id},2024-${pad(m + 1)}-01,${at + m + 1}`),
  ).flat();
}

/** Kinds of file that have columns of their own, with what the window calls them. */
export const furtherKinds: readonly (ClientFile & { readonly kind: string; readonly rows: number })[] = [
  {
    ...file(
      'accounts_1.csv',
      'account_id,account_name,start_date,churn_date,plan',
      // A customer that came back has a second row.
      [
        ...each(
          30,
          (id, at) => `${id},会社${at},2023-01-${pad((at % 28) + 1)},${at === 0 ? '2023-09-30' : ''},pro`,
        ),
        'K001,会社0,2024-01-01,,lite',
      ],
    ),
    ...{ kind: '顧客', rows: 31 },
  },
  {
    ...file(
      'nps_1.csv',
      'account_id,response_date,nps_score,comment',
      each(20, (id, at) => `${id},2024-05-${pad(at + 1)},${at % 11},ok`),
    ),
    ...{ kind: 'アンケート (NPS)', rows: 20 },
  },
  {
    ...file(
      'hearing_1.csv',
      'account_id,date,stakeholder,topic,rating,text',
      each(20, (id, at) => `${id},2024-05-${pad(at + 1)},部長,予算,${(at % 5) + 1},順調`),
    ),
    ...{ kind: 'ヒアリング記録', rows: 20 },
  },
  {
    ...file(
      '対応履歴.csv',
      '顧客ID,対応日,対応種別,担当者',
      each(20, (id, at) => `${id},2024-05-${pad(at + 1)},電話,佐藤`),
    ),
    ...{ kind: '対応履歴 (介入)', rows: 20 },
  },
];

/** Acts of users at instants in UTC: a third of them after 15:00, the next day in Tokyo. */
export const eventsFile = file(
  'events_1.csv',
  'account_id,user_id,timestamp,event',
  each(30, (id, at) =>
    [8, 12, 20]
      .map((hour, k) => `${id},u${at}-${k},2024-04-${pad((at % 28) + 1)}T${pad(hour)}:00:00Z,login`)
      .join('\n'),
  ),
);

/** Tickets that name a subscription, and the file that says whose it is. */
export const ticketsFile = file(
  'tickets_1.csv',
  'ticket_id,subscription_id,opened_at,closed_at,category',
  each(24, (_, at) => `T${at},S-${900 + at},2024-03-${pad(at + 1)},2024-04-${pad(at + 1)},billing`),
);
export const subscriptionsFile = file(
  'subscriptions_1.csv',
  'subscription_id,account_id,started_on',
  each(30, (id, at) => `S-${900 + at},${id},2023-01-01`),
);

/** Half a year of usage whose last month has a third of the accounts, and the same export made later. */
export const thinUsage = file('usage_1.csv', 'account_id,month,logins', usage(6, 10));
export const wholeUsage = file('usage_2.csv', 'account_id,month,logins', usage(6, 30));

/** A list with a churn flag and no date at all. */
export const snapshotFile = file(
  'snapshot_1.csv',
  'customerID,Contract,MonthlyCharges,Churn',
  each(
    30,
    (id, at) => `${id},${at % 2 ? 'Month-to-month' : 'Two year'},${20 + at},${at % 4 === 0 ? 'Yes' : 'No'}`,
  ),
);
