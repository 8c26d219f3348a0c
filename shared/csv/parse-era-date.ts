import { dayFromYmd, isRealDate } from './calendar.ts';

const eras = [
  { names: ['令和', '令', 'R', '㋿'], startYear: 2019, startDay: dayFromYmd(2019, 5, 1) },
  { names: ['平成', '平', 'H', '㍻'], startYear: 1989, startDay: dayFromYmd(1989, 1, 8) },
  { names: ['昭和', '昭', 'S', '㍼'], startYear: 1926, startDay: dayFromYmd(1926, 12, 25) },
  { names: ['大正', '大', 'T', '㍽'], startYear: 1912, startDay: dayFromYmd(1912, 7, 30) },
  { names: ['明治', '明', 'M', '㍾'], startYear: 1868, startDay: dayFromYmd(1868, 10, 23) },
] as const;

const yearPart = '(?:(\\d{4})|(令和|平成|昭和|大正|明治|[令平昭大明㋿㍻㍼㍽㍾RHSTM])\\.? ?(元|\\d{1,2}))';
const fullDate = new RegExp(
  `^${yearPart} ?(?:年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日|([-/.])(\\d{1,2})\\6(\\d{1,2})) ?(?:\\([日月火水木金土]\\))?$`,
  'i',
);
const monthOnly = new RegExp(`^${yearPart} ?(?:年 ?(\\d{1,2}) ?月分?度?|[-/.](\\d{1,2}))$`, 'i');

/**
 * Day of a Japanese date, or null: 2024年4月1日, 令和6年4月1日, 令和元年5月1日, R6.4.1, H31/4/30, a weekday in brackets.
 * A Western year needs 年月日. A date before its era began is null; one after its end counts on
 * (平成36年 = 2024), as contracts printed before 2019 do. Text is trimmed and half-width.
 */
export function parseEraDate(text: string): number | null {
  const match = fullDate.exec(text);
  if (match === null || (match[1] !== undefined && match[4] === undefined)) return null;
  const year = yearOf(match);
  const month = Number(match[4] ?? match[7]);
  const dayOfMonth = Number(match[5] ?? match[8]);
  if (!isRealDate(year, month, dayOfMonth)) return null;
  const day = dayFromYmd(year, month, dayOfMonth);
  return day >= eraStart(match[2]) ? day : null;
}

/** First day of a Japanese month, or null: 2024年4月, 2024年4月分, 令和6年4月, R6.4. An era's first month counts whole. */
export function parseEraMonth(text: string): number | null {
  const match = monthOnly.exec(text);
  if (match === null || (match[1] !== undefined && match[4] === undefined)) return null;
  const year = yearOf(match);
  const month = Number(match[4] ?? match[5]);
  if (!isRealDate(year, month, 1)) return null;
  const day = dayFromYmd(year, month, 1);
  return day + 30 >= eraStart(match[2]) ? day : null;
}

function yearOf(match: RegExpExecArray): number {
  if (match[1] !== undefined) return Number(match[1]);
  const eraYear = match[3] === '元' ? 1 : Number(match[3]);
  return eraYear === 0 ? Number.NaN : findEra(match[2]!).startYear + eraYear - 1;
}

function eraStart(name: string | undefined): number {
  return name === undefined ? Number.NEGATIVE_INFINITY : findEra(name).startDay;
}

function findEra(name: string): (typeof eras)[number] {
  const wanted = name.toUpperCase();
  return eras.find((era) => era.names.some((known) => known === wanted))!;
}
