import type { MissedChurner, RedButKept } from '../../../../shared/schemas/lab-autopsy.ts';
import type { Format } from '../../../format/use-format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import type { Words } from '../build-verdict-sentence.ts';

export interface MissWords {
  readonly t: Words;
  readonly format: Format;
  readonly accountOf: (index: number) => string;
  readonly measureOf: (measureId: string) => string;
}

/** Columns of the churners: why each was missed and what was bad on its decision date. */
export function buildChurnerColumns(words: MissWords): DataColumn<MissedChurner>[] {
  const { t, format, accountOf } = words;
  const causeOf = ({ cause }: MissedChurner) => t(`lab.misses.causes.${cause}`);
  const detailOf = (churner: MissedChurner) => causeDetail(churner, words);
  return [
    {
      id: 'account',
      header: t('lab.misses.account'),
      width: 200,
      cell: ({ account }) => accountOf(account),
      sortBy: ({ account }) => accountOf(account),
    },
    {
      id: 'outcomeDay',
      header: t('lab.misses.outcomeDay'),
      width: 110,
      cell: ({ outcomeDay }) => format.day(outcomeDay),
      sortBy: ({ outcomeDay }) => outcomeDay,
    },
    {
      id: 'cause',
      header: t('lab.misses.cause'),
      term: 'missCause',
      width: 300,
      cell: (churner) => [causeOf(churner), detailOf(churner)].filter((text) => text !== '').join(' · '),
      sortBy: causeOf,
    },
    {
      id: 'decisionDay',
      header: t('lab.misses.decisionDay'),
      term: 'decisionDate',
      width: 140,
      cell: ({ decisionDay }) => format.day(decisionDay),
      sortBy: ({ decisionDay }) => decisionDay,
    },
    {
      id: 'score',
      header: t('lab.misses.score'),
      width: 84,
      align: 'right',
      cell: ({ score }) => format.score(pointsOf(score)),
      sortBy: ({ score }) => score,
    },
    {
      id: 'bad',
      header: t('lab.misses.bad'),
      term: 'badMeasure',
      cell: (churner) => (churner.row === null ? '–' : badText(churner.badMeasures, words)),
    },
  ];
}

/** What happened to the alarm around the decision date, beside the coded cause; empty where there is nothing to add. */
export function causeDetail(
  { cause, alarmDay, earlierAlarmDay }: Pick<MissedChurner, 'cause' | 'alarmDay' | 'earlierAlarmDay'>,
  { t, format }: Pick<MissWords, 't' | 'format'>,
): string {
  if (cause === 'caught') return '';
  const words = { earlier: format.day(earlierAlarmDay), again: format.day(alarmDay) };
  if (earlierAlarmDay !== null) {
    return t(alarmDay === null ? 'lab.misses.detail.gone' : 'lab.misses.detail.back', words);
  }
  return alarmDay === null ? '' : t('lab.misses.detail.from', words);
}

/** Columns of the accounts that were red but stayed. */
export function buildRedColumns(words: MissWords): DataColumn<RedButKept>[] {
  const { t, format, accountOf } = words;
  return [
    {
      id: 'account',
      header: t('lab.misses.account'),
      width: 200,
      cell: ({ account }) => accountOf(account),
      sortBy: ({ account }) => accountOf(account),
    },
    {
      id: 'asOf',
      header: t('lab.misses.redAsOf'),
      width: 120,
      cell: ({ asOf }) => format.day(asOf),
      sortBy: ({ asOf }) => asOf,
    },
    {
      id: 'score',
      header: t('lab.misses.score'),
      width: 84,
      align: 'right',
      cell: ({ score }) => format.score(pointsOf(score)),
      sortBy: ({ score }) => score,
    },
    {
      id: 'alarmRows',
      header: t('lab.misses.alarmRows'),
      width: 160,
      align: 'right',
      cell: ({ alarmRows, scoredRows }) => `${format.number(alarmRows, 0)} / ${format.number(scoredRows, 0)}`,
      sortBy: ({ alarmRows, scoredRows }) => alarmRows / Math.max(1, scoredRows),
    },
    {
      id: 'bad',
      header: t('lab.misses.bad'),
      term: 'badMeasure',
      cell: ({ badMeasures }) => badText(badMeasures, words),
    },
  ];
}

/** Tenths as points; null stays null. */
export function pointsOf(tenths: number | null): number | null {
  return tenths === null ? null : tenths / 10;
}

function badText(measureIds: readonly string[], { t, measureOf }: MissWords): string {
  return measureIds.length === 0 ? t('lab.misses.none') : measureIds.map(measureOf).join(' · ');
}
