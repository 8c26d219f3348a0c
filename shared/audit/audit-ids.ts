import { toHalfWidth } from '../csv/half-width.ts';
import { type Finding, type FoundRow, findingOf, listedRows } from './finding.ts';

const scientific = /^\d(\.\d+)?E\+?\d{2}$/i;
const excelError = /^#(N\/A|REF!|VALUE!|NAME\?|NULL!|DIV\/0!|NUM!)$/i;
const excelDate =
  /^(\d{1,2}月\d{1,2}日|\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})$/i;

/**
 * Ids that a spreadsheet has damaged: 1.2E+15, #N/A, 3月1日, and digits shorter than nearly all others where those
 * begin with zeros (`value` = the id as it was, where that can be said). And pairs of ids that look like one account:
 * equal but for leading zeros, case, width or spaces (`value` = the other id). An empty id is none.
 */
export function auditIds(ids: readonly string[]): Finding[] {
  const padded = usualLength(ids);
  const damaged: FoundRow[] = [];
  const twins: FoundRow[] = [];
  const seen = new Map<string, number>();
  ids.forEach((id, account) => {
    if (id === '') return;
    const row = (value: string): FoundRow => ({ account, day: null, value, otherDay: null });
    if (scientific.test(id) || excelError.test(id) || excelDate.test(id)) damaged.push(row(''));
    const plain = plainId(id);
    const twin = seen.get(plain);
    if (twin !== undefined) twins.push(row(ids[twin]!));
    else {
      seen.set(plain, account);
      if (padded !== null && isDigits(id) && id.length < padded) damaged.push(row(id.padStart(padded, '0')));
    }
  });
  return [
    ...findingOf('damagedIds', '', listedRows(damaged)),
    ...findingOf('twinIds', '', listedRows(twins)),
  ];
}

/** Length of nine in ten of the digit-only ids where some of that length begin with 0; null = nothing to compare with. */
function usualLength(ids: readonly string[]): number | null {
  const counts = new Map<number, { all: number; zero: number }>();
  let digits = 0;
  for (const id of ids) {
    if (!isDigits(id)) continue;
    digits++;
    const count = counts.get(id.length) ?? { all: 0, zero: 0 };
    counts.set(id.length, { all: count.all + 1, zero: count.zero + (id.startsWith('0') ? 1 : 0) });
  }
  const usual = [...counts].find(([, { all, zero }]) => zero > 0 && all >= 0.9 * digits);
  return usual?.[0] ?? null;
}

function isDigits(id: string): boolean {
  return /^\d+$/.test(id);
}

function plainId(id: string): string {
  const plain = toHalfWidth(id)
    .toLowerCase()
    .replace(/[\s\u200b]+/g, '');
  return isDigits(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}
