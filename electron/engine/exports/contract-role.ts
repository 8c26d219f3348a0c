import { formatDay } from '../../../shared/csv/calendar.ts';
import { parseDate } from '../../../shared/csv/parse-date.ts';
import { parseNumber } from '../../../shared/csv/parse-number.ts';
import { parseTerm } from '../../../shared/csv/parse-term.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { ContractRole } from '../../../shared/schemas/record-kinds.ts';

/** The fact of a contract that an attribute is, if every value would be read back as it stands; else null. */
export function contractRoleOf(
  contract: Dataset['contract'],
  name: string,
  values: Iterable<string>,
): ContractRole | null {
  const role = [...contract].find(([, attribute]) => attribute === name)?.[0];
  if (role === undefined) return null;
  for (const value of values) if (value !== '' && readBack(role, value) !== value) return null;
  return role;
}

function readBack(role: ContractRole, text: string): string | null {
  if (role === 'renewalOn') {
    const day = parseDate(text, { format: 'iso' });
    return typeof day === 'number' ? formatDay(day) : null;
  }
  if (role === 'termMonths') return typeof parseTerm(text) === 'number' ? text.trim() : null;
  const value = parseNumber(text, { decimal: '.' });
  return typeof value === 'number' ? String(value) : null;
}
