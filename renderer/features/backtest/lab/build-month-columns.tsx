import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { Rate } from '../../../../shared/schemas/lab-figures.ts';
import type { Format } from '../../../format/use-format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import type { Term } from '../../../ui/explained.tsx';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { buildAucAxis } from '../build-axis.ts';
import type { Words } from '../build-verdict-sentence.ts';
import { DrillNumber } from '../drill-number.tsx';
import type { DrillCell } from '../run-context.ts';
import { type MonthFigures, monthText } from './build-months.ts';

type Which = Extract<DrillCell, { type: 'month' }>['which'];

interface CountColumn {
  readonly id: string;
  readonly header: string;
  readonly term: Term;
  readonly width: number;
  readonly which: Which;
  readonly countOf: (month: MonthFigures) => number;
  /** As shown; the count itself without one. */
  readonly textOf?: (month: MonthFigures) => string;
}

/** Columns of the months: size, AUC, alarm share, and the three rates with their intervals; each opens its rows. */
export function buildMonthColumns(
  months: readonly MonthFigures[],
  words: { readonly t: Words; readonly format: Format },
): DataColumn<MonthFigures>[] {
  const { t, format } = words;
  const axis = buildAucAxis(months.map(({ auc }) => auc));
  const column = (counted: CountColumn) => countColumn(counted, words);
  const rate = (id: string, term: Term, which: Which, rateOf: (month: MonthFigures) => Rate) => ({
    id,
    header: t(`lab.months.${id as 'rate' | 'hit' | 'catch'}`),
    term,
    which,
    width: 160,
    countOf: (month: MonthFigures) => rateOf(month).count,
    textOf: (month: MonthFigures) => rateText(rateOf(month), format),
  });
  return [
    {
      id: 'month',
      header: t('lab.months.month'),
      width: 84,
      cell: ({ month }) => monthText(month, format.day),
      sortBy: ({ month }) => month,
    },
    column({
      id: 'rows',
      header: t('lab.months.rows'),
      term: 'rows',
      width: 84,
      which: 'scored',
      countOf: ({ rows }) => rows,
    }),
    column({
      id: 'churners',
      header: t('lab.months.churners'),
      term: 'churners',
      width: 96,
      which: 'churners',
      countOf: ({ churners }) => churners,
    }),
    {
      id: 'auc',
      header: 'AUC',
      term: 'auc',
      width: 190,
      sortBy: ({ auc }) => auc?.value ?? null,
      cell: ({ auc }) => (auc === null ? '–' : aucCell(auc, axis, format)),
    },
    column({
      id: 'alarm',
      header: t('lab.months.alarm'),
      term: 'alarmShare',
      width: 100,
      which: 'alarm',
      countOf: ({ hitRate }) => hitRate.total,
      textOf: ({ alarmShare }) => format.percent(alarmShare),
    }),
    column(rate('rate', 'churnRate', 'positive', ({ churnRate }) => churnRate)),
    column(rate('hit', 'hitRate', 'alarmPositive', ({ hitRate }) => hitRate)),
    column(rate('catch', 'catchRate', 'caught', ({ catchRate }) => catchRate)),
  ];
}

function countColumn(
  { id, header, term, width, which, countOf, textOf }: CountColumn,
  { format }: { readonly format: Format },
): DataColumn<MonthFigures> {
  return {
    id,
    header,
    term,
    width,
    align: 'right',
    sortBy: countOf,
    cell: (month) => (
      <DrillNumber
        count={countOf(month)}
        value={textOf?.(month) ?? format.number(countOf(month), 0)}
        what={`${monthText(month.month, format.day)} ${header}`}
        cell={{ type: 'month', month: month.month, which }}
        window="all"
      />
    ),
  };
}

function rateText({ rate, low, high }: Rate, format: Format): string {
  const whole = (value: number) => format.percent(value, 0);
  return rate === null ? '–' : `${format.percent(rate)} ${format.interval(low, high, whole)}`;
}

function aucCell(auc: Estimate, axis: { readonly min: number; readonly max: number }, format: Format) {
  return (
    <span className="backtest-figure">
      <IntervalBar estimate={auc} {...axis} reference={0.5} width={70} />
      {format.auc(auc.value)} {format.interval(auc.low, auc.high)}
    </span>
  );
}
