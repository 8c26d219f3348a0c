import type { SnapshotFigures } from '../../../shared/schemas/figures.ts';
import type { Format } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import type { Term } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { buildAucAxis } from './build-axis.ts';
import type { Words } from './build-verdict-sentence.ts';
import { DrillNumber } from './drill-number.tsx';
import type { DrillCell } from './run-context.ts';

type Which = Extract<DrillCell, { type: 'snapshot' }>['which'];

/** How many rows of a date wait for their outcome: all eligible ones of a pending date, none of another. */
export function pendingOf(snapshot: SnapshotFigures): number {
  return snapshot.window === 'pending'
    ? snapshot.eligible - snapshot.tooLate - snapshot.positives - snapshot.kept
    : 0;
}

/** Columns of the as-of dates: what became of every account of each date. */
export function buildSnapshotColumns(
  snapshots: readonly SnapshotFigures[],
  { t, format }: { readonly t: Words; readonly format: Format },
): DataColumn<SnapshotFigures>[] {
  const axis = buildAucAxis(snapshots.map((snapshot) => snapshot.auc));
  const count = (
    which: Which,
    words: { readonly header: string; readonly width: number; readonly term: Term },
    amountOf: (snapshot: SnapshotFigures) => number,
  ): DataColumn<SnapshotFigures> => ({
    id: which,
    header: words.header,
    term: words.term,
    width: words.width,
    align: 'right',
    sortBy: amountOf,
    cell: (snapshot) => (
      <DrillNumber
        count={amountOf(snapshot)}
        value={format.number(amountOf(snapshot), 0)}
        what={`${format.day(snapshot.asOf)} ${words.header}`}
        cell={{ type: 'snapshot', asOf: snapshot.asOf, which }}
        window="all"
      />
    ),
  });
  return [
    {
      id: 'asOf',
      header: t('dates.asOf'),
      width: 92,
      sortBy: (snapshot) => snapshot.asOf,
      cell: (snapshot) => format.day(snapshot.asOf),
    },
    {
      id: 'window',
      header: t('dates.window'),
      width: 140,
      cell: (snapshot) => t(`dates.windows.${snapshot.window}`),
    },
    count('eligible', { header: t('dates.eligible'), width: 88, term: 'eligible' }, (s) => s.eligible),
    count('positive', { header: t('dates.positives'), width: 76, term: 'positives' }, (s) => s.positives),
    count('kept', { header: t('dates.kept'), width: 60, term: 'kept' }, (s) => s.kept),
    ...(snapshots.some((s) => (s.churnedInstead ?? 0) > 0)
      ? [
          count(
            'churnedInstead',
            { header: t('dates.churnedInstead'), width: 110, term: 'churnedInstead' },
            (s) => s.churnedInstead ?? 0,
          ),
        ]
      : []),
    count('tooLate', { header: t('dates.tooLate'), width: 106, term: 'tooLate' }, (s) => s.tooLate),
    count('notice', { header: t('dates.notice'), width: 110, term: 'notice' }, (s) => s.alreadyGaveNotice),
    count('pending', { header: t('dates.pending'), width: 76, term: 'pending' }, pendingOf),
    count('unscored', { header: t('dates.unscored'), width: 98, term: 'unscored' }, (s) => s.unscored),
    {
      id: 'auc',
      header: 'AUC',
      term: 'snapshotAuc',
      sortBy: (snapshot) => snapshot.auc?.value ?? null,
      cell: ({ auc }) =>
        auc === null ? (
          '–'
        ) : (
          <span className="backtest-figure">
            <IntervalBar estimate={auc} {...axis} reference={0.5} width={70} />
            {format.auc(auc.value)} {format.interval(auc.low, auc.high)}
          </span>
        ),
    },
  ];
}
