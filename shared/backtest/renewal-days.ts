import { addMonths, dayFromYmd } from '../csv/calendar.ts';
import { parseTerm } from '../csv/parse-term.ts';
import { attributeAt } from '../measures/attribute-at.ts';
import type { Dataset, LifeTable } from '../measures/dataset.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The days after an account's start on which its contract comes up for renewal, ascending, up to `until`: its renewal
 * date and, where the term is known too, as many terms before and after it; with a term alone every term from each life's
 * start. Read as it was known on `asOf`. What the contract says, not what happened: an account that left has its renewal date like the others. Months are
 * counted from the date itself, so that the 31st comes back after a short month. Empty where the contract says nothing.
 */
export function renewalDays(
  lives: LifeTable,
  { contract, ...facts }: Pick<Dataset, 'attributes' | 'attributeHistory' | 'contract'>,
  { account, asOf, until }: { readonly account: number; readonly asOf: number; readonly until: number },
): number[] {
  const textOf = (role: 'renewalOn' | 'termMonths') =>
    attributeAt(facts, contract.get(role) ?? '')(account, asOf) ?? '';
  const known = dayOf(textOf('renewalOn'));
  const months = parseTerm(textOf('termMonths'));
  const hasTerm = typeof months === 'number';
  const term = hasTerm ? months : 0;
  const days = new Set<number>();
  for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
    const start = lives.startDay[life]!;
    const anchor = known ?? start;
    if (!hasTerm) {
      if (known !== null && known > start && known <= until) days.add(known);
      continue;
    }
    let steps = Math.floor((start - anchor) / 28 / term) - 1;
    for (let day = addMonths(anchor, steps * term); day <= until; day = addMonths(anchor, ++steps * term)) {
      if (day > start) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

function dayOf(text: string): number | null {
  const found = ISO_DATE.exec(text);
  return found === null ? null : dayFromYmd(Number(found[1]), Number(found[2]), Number(found[3]));
}
