import type { Estimate } from '../../../../shared/schemas/figures.ts';
import type { Rate } from '../../../../shared/schemas/lab-figures.ts';
import type { Format } from '../../../format/use-format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { buildAucAxis } from '../build-axis.ts';
import type { Words } from '../build-verdict-sentence.ts';
import { type MonthFigures, monthText } from './build-months.ts';

/** Columns of the months: size, AUC, alarm share, and the three rates with their intervals. */
export function buildMonthColumns(
  months: readonly MonthFigures[],
  { t, format }: { readonly t: Words; readonly format: Format },
): DataColumn<MonthFigures>[] {
  const axis = buildAucAxis(months.map(({ auc }) => auc));
  type RateOf = (month: MonthFigures) => Rate;
  const rate = (id: string, header: string, rateOf: RateOf): DataColumn<MonthFigures> => ({
    id,
    header,
    width: 150,
    align: 'right',
    sortBy: (month) => rateOf(month).rate,
    cell: (month) => rateText(rateOf(month), format),
  });
  return [
    {
      id: 'month',
      header: t('lab.months.month'),
      width: 84,
      cell: ({ month }) => monthText(month, format.day),
      sortBy: ({ month }) => month,
    },
    {
      id: 'rows',
      header: t('lab.months.rows'),
      width: 84,
      align: 'right',
      cell: ({ rows }) => format.number(rows, 0),
      sortBy: ({ rows }) => rows,
    },
    {
      id: 'churners',
      header: t('lab.months.churners'),
      width: 90,
      align: 'right',
      cell: ({ churners }) => format.number(churners, 0),
      sortBy: ({ churners }) => churners,
    },
    {
      id: 'auc',
      header: 'AUC',
      width: 184,
      sortBy: ({ auc }) => auc?.value ?? null,
      cell: ({ auc }) => (auc === null ? '–' : aucCell(auc, axis, format)),
    },
    {
      id: 'alarm',
      header: t('lab.months.alarm'),
      width: 90,
      align: 'right',
      cell: ({ alarmShare }) => format.percent(alarmShare),
      sortBy: ({ alarmShare }) => alarmShare,
    },
    rate('rate', t('lab.months.rate'), ({ churnRate }) => churnRate),
    rate('hit', t('lab.months.hit'), ({ hitRate }) => hitRate),
    rate('catch', t('lab.months.catch'), ({ catchRate }) => catchRate),
  ];
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
