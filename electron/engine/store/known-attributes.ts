import { dayFromYmd } from '../../../shared/csv/calendar.ts';
import { type AttributeRow, lastOfEach, loadToldAttributes, type ToldAttribute } from './attribute-table.ts';
import type { Database } from './database.ts';

/** Stands for "from the beginning" in an exported history: the value told first, where a later import told another. */
export const BEGINNING = dayFromYmd(1900, 1, 1);

/**
 * Attributes as they came to be known, by name, then (account, from), undated first: of the undated values the first that
 * an import tells of an account holds from the beginning, a later import's other value from that import's day on. So an
 * import never changes what was known before it; undoing or replacing the earlier one corrects the past. A blank cell is
 * told too. Names and flags of the app's own come as the newest import has them.
 */
export function loadKnownAttributes(database: Database): Map<string, AttributeRow[]> {
  const known = new Map<string, AttributeRow[]>();
  for (const [name, rows] of loadToldAttributes(database)) {
    known.set(name, name.startsWith('\u0000') ? lastOfEach(rows) : byAccount(rows).flatMap(asKnown));
  }
  return known;
}

function byAccount(rows: readonly ToldAttribute[]): ToldAttribute[][] {
  const groups: ToldAttribute[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0]?.account === row.account) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** One account's rows; of two that hold from the same day the one that a file dates counts. */
function asKnown(rows: readonly ToldAttribute[]): AttributeRow[] {
  const undated = rows
    .filter((row) => row.fromDay === null)
    .filter((row, i, all) => all[i + 1]?.batch !== row.batch);
  const beginning = rows.findLast((row) => row.fromDay === BEGINNING);
  const told = beginning === undefined ? undated : [{ ...beginning, fromDay: null }, ...undated];
  const [base, ...later] = told;
  const changes = later.flatMap((row, i) =>
    row.value === told[i]!.value ? [] : { ...row, fromDay: row.toldOn, isChange: true },
  );
  const dated = rows.flatMap((row) =>
    row.fromDay === null || row === beginning ? [] : { ...row, fromDay: row.fromDay, isChange: false },
  );
  const known: AttributeRow[] = base === undefined ? [] : [base];
  for (const row of lastOfEach([...changes, ...dated].sort((a, b) => a.fromDay - b.fromDay))) {
    if (!row.isChange || known.at(-1)?.value !== row.value) known.push(row);
  }
  return known;
}
