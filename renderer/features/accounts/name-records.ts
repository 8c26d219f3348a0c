import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { MeasureWords } from '../../format/describe-measure.ts';

type Answer = ChannelOutput<'accounts.get'>;

/** A record as the page shows it: its source and columns by their names in words, its cells as one text. */
export type NamedRecord = Omit<Answer['records'][number], 'cells'> & { readonly text: string };

/** An account's answer with its records named. */
export type AccountPage = Omit<Answer, 'records'> & { readonly records: readonly NamedRecord[] };

/** Names the records of an account: the app's own sources and columns in the window's language. */
export function nameRecords(
  account: Answer,
  { sourceName, columnName }: Pick<MeasureWords, 'sourceName' | 'columnName'>,
): AccountPage {
  const records = account.records.map(({ cells, source, ...record }) => ({
    ...record,
    source: sourceName(source),
    text: cells.map(({ column, value }) => `${columnName(source, column)}: ${value}`).join(' · '),
  }));
  return { ...account, records };
}
