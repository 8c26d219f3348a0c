import type { TFunction } from 'i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import type { FindingKind } from './build-findings.ts';
import { reasonOf } from './problem-reasons.ts';

export type FoundRow = ChannelOutput<'data.findingRows'>['rows'][number];

/** Kinds that say nothing on a date, or of a value, leave that column out. */
const withoutDay: ReadonlySet<FindingKind> = new Set([
  'damagedIds',
  'twinIds',
  'flagContradiction',
  'undatedAttribute',
  'naText',
  'duplicateRows',
  'rejectedRows',
]);
const withoutValue: ReadonlySet<FindingKind> = new Set([
  'churnBeforeStart',
  'churnOutsideLife',
  'outcomesAfterUsage',
  'noticeAfterEnd',
  'assumedStarts',
]);
const others = [
  'churnBeforeStart',
  'churnOutsideLife',
  'flagContradiction',
  'usageAfterChurn',
  'metricGap',
  'halfExported',
  'futureDates',
  'duplicateRecords',
  'noticeAfterEnd',
  'closedBeforeOpened',
  'assumedStarts',
  'usageBeforeStart',
  'accountGaps',
  'reactivations',
] as const satisfies readonly FindingKind[];

/** Account, date, value, the date it stands against, then where it came from: file, and line where it is known. */
export function buildFindingColumns(
  kind: FindingKind,
  t: TFunction<['data', 'common']>,
  format: Format,
): DataColumn<FoundRow>[] {
  const isRejected = kind === 'duplicateRows' || kind === 'rejectedRows';
  const other = others.find((known) => known === kind);
  const columns: (DataColumn<FoundRow> | null)[] = [
    { id: 'account', header: t('findingRows.account'), width: 220, cell: (row) => accountText(row, t) },
    withoutDay.has(kind)
      ? null
      : {
          id: 'day',
          header: t(`findingDay.${dayWord(kind)}`),
          width: 120,
          cell: (row) => format.day(row.day),
        },
    withoutValue.has(kind)
      ? null
      : { id: 'value', header: t(`findingValue.${valueWord(kind)}`), cell: (row) => row.value },
    other === undefined
      ? null
      : {
          id: 'other',
          header: t(`findingOther.${other}`),
          width: 120,
          cell: (row) => format.day(row.otherDay),
        },
    isRejected
      ? {
          id: 'reason',
          header: t('findingRows.reason'),
          width: 260,
          cell: (row) => <span className="problem-reason">{t(`reason.${reasonOf(row.reason)}`)}</span>,
        }
      : null,
    {
      id: 'file',
      header: t('findingRows.file'),
      width: 180,
      cell: (row) => <span title={row.file}>{originText(row, t)}</span>,
    },
    isRejected
      ? {
          id: 'line',
          header: t('findingRows.line'),
          width: 72,
          align: 'right',
          cell: (row) => format.number(row.line, 0),
        }
      : null,
  ];
  return columns.filter((column) => column !== null);
}

function originText({ file, byHand }: FoundRow, t: TFunction<['data', 'common']>): string {
  if (byHand) return t('kind.manual');
  return file === '' ? t('findingRows.noFile') : file;
}

function accountText({ accountId, name }: FoundRow, t: TFunction<['data', 'common']>): string {
  if (accountId === '') return t('findingRows.noAccount');
  return name === accountId ? accountId : `${accountId} ${name}`;
}

function dayWord(kind: FindingKind): 'churn' | 'notice' | 'start' | 'from' | 'date' {
  switch (kind) {
    case 'churnBeforeStart':
    case 'churnOutsideLife':
    case 'outcomesAfterUsage':
      return 'churn';
    case 'noticeAfterEnd':
      return 'notice';
    case 'assumedStarts':
    case 'reactivations':
      return 'start';
    case 'metricGap':
    case 'accountGaps':
      return 'from';
    default:
      return 'date';
  }
}

function valueWord(
  kind: FindingKind,
): 'value' | 'was' | 'twin' | 'periods' | 'life' | 'row' | 'before' | 'found' {
  switch (kind) {
    case 'damagedIds':
      return 'was';
    case 'twinIds':
      return 'twin';
    case 'accountGaps':
      return 'periods';
    case 'reactivations':
      return 'life';
    case 'halfExported':
      return 'before';
    case 'metricGap':
      return 'found';
    case 'duplicateRecords':
    case 'closedBeforeOpened':
    case 'duplicateRows':
    case 'rejectedRows':
      return 'row';
    default:
      return 'value';
  }
}
