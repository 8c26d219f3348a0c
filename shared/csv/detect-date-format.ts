import type { DateFormat } from '../schemas/import-plan.ts';
import { dayFromYmd } from './calendar.ts';
import { parseDate } from './parse-date.ts';
import { readZones } from './suggest-zone.ts';

export interface DateDetection {
  /** Best reading; null when too few of the texts are dates in any of them. */
  readonly format: DateFormat | null;
  /** Every reading that fits, the best first: more than one means the person must choose. */
  readonly alternatives: readonly DateFormat[];
  /** Day-first and month-first fit equally well. */
  readonly ambiguous: boolean;
  /** The texts are bare numbers (20240401, 202404, 45383), which may just as well not be dates. */
  readonly bareNumbers: boolean;
}

const writtenFormats: readonly DateFormat[] = [
  'iso',
  'slashYmd',
  'timestamp',
  'japanese',
  'yearMonth',
  'dmy',
  'mdy',
];
const bareFormats: readonly DateFormat[] = ['compact', 'yearMonth', 'excelSerial'];
const earliest = dayFromYmd(1900, 1, 1);
const latest = dayFromYmd(2100, 12, 31);

/**
 * Which date format a column's sample texts have. Blank texts do not count; no text, no format.
 * A format fits when at least the share `atLeast` of the texts (90 % unless said) are real dates in it. Where both day-first and month-first fit, `ambiguous`
 * is true and both are listed: a single day above 12 that contradicts one of them settles it.
 * Date-times with a time other than midnight are `timestamp`.
 * Bare numbers count as dates only within 1900–2100 (Excel serials: 1954–2064).
 */
export function detectDateFormat(samples: readonly string[], atLeast = 0.9): DateDetection {
  const texts = samples.filter((sample) => sample.trim() !== '');
  const bareNumbers = texts.length > 0 && texts.every((text) => /^\s*\d+(\.\d+)?\s*$/.test(text));
  const none = { format: null, alternatives: [], ambiguous: false, bareNumbers };
  if (texts.length === 0) return none;
  const formats = bareNumbers ? bareFormats : writtenFormats;
  const shares = formats
    .map((format) => ({ format, share: shareOf(texts, format, bareNumbers) }))
    .filter(({ share }) => share >= atLeast)
    .sort((a, b) => b.share - a.share);
  const first = shares[0];
  if (first === undefined) return none;
  const best = shares.find((rival) => isTimed(texts, rival.format) && rival.share === first.share) ?? first;
  const rival = best.format === 'dmy' ? 'mdy' : best.format === 'mdy' ? 'dmy' : null;
  const rivalShare = shares.find(({ format }) => format === rival)?.share ?? 0;
  const ambiguous = rival !== null && rivalShare > 0 && (rivalShare === best.share || best.share < 1);
  const alternatives: readonly DateFormat[] =
    rival !== null && ambiguous ? [best.format, rival] : [best.format];
  return { format: best.format, alternatives, ambiguous, bareNumbers };
}

/** 2024/4/1 13:05 reads as a date alone too, but only as a date-time can it be moved to another zone. */
function isTimed(texts: readonly string[], format: DateFormat): boolean {
  if (format !== 'timestamp') return false;
  const { stated, unstated } = readZones(texts);
  return stated.length > 0 || unstated > 0;
}

function shareOf(texts: readonly string[], format: DateFormat, bareNumbers: boolean): number {
  let dates = 0;
  for (const text of texts) {
    const day = parseDate(text, { format });
    if (typeof day !== 'number') continue;
    if (bareNumbers && !isLikely(day, format)) continue;
    dates++;
  }
  return dates / texts.length;
}

function isLikely(day: number, format: DateFormat): boolean {
  if (format === 'excelSerial') return day >= 20000 - 25569 && day <= 60000 - 25569;
  return day >= earliest && day <= latest;
}
