import { toHalfWidth } from '../csv/half-width.ts';
import { parseOutcomeKind } from '../csv/outcome-words.ts';
import { parseBoolean } from '../csv/parse-boolean.ts';
import { type Dataset, NO_DAY } from '../measures/dataset.ts';
import { type Finding, type FoundRow, findingOf, positionedRows } from './finding.ts';

const noValue = /^(n\/?a|#n\/a|null|nan|-{1,3}|―|ー|－|不明|未設定|未入力|\(blank\)|\(空白\))$/i;
const churnName = /churn|cancel|attrit|解約|退会|離反|離脱/i;
const activeName = /active|契約中|利用中|継続中|有効/i;
const statusName = /status|state|状態|状況|ステータス/i;
const goneWord = /^(inactive|closed|解約済み?|退会済み?|停止|終了|無効)$/i;
const staysWord = /^(active|current|live|open|アクティブ|契約中|利用中|継続中|有効)$/i;
/** Share of an attribute's values that must read as a flag. */
const FLAG_SHARE = 0.8;

/**
 * Attributes: "NA" kept as text, a churn flag that contradicts the churn dates, and those without a history that a
 * scorecard reads as of past dates.
 * @param used names of attributes that a measure or a condition of a scorecard reads
 * @param knownThrough an end after it is still to come; null = every end counts
 */
export function auditAttributes(
  { attributes, attributeHistory, lives }: Dataset,
  used: ReadonlySet<string>,
  knownThrough: number | null,
): Finding[] {
  const found: Finding[] = [];
  for (const [name, values] of attributes) {
    const rowsOf = (accounts: readonly number[], other: (account: number) => number | null) =>
      positionedRows(
        accounts,
        (account) => account,
        (account): Omit<FoundRow, 'account'> => ({
          day: null,
          value: values[account] ?? '',
          otherDay: other(account),
        }),
      );
    const present = [...values.keys()].filter((account) => values[account] !== undefined);
    const none = () => null;
    const texts = present.filter((account) => noValue.test(toHalfWidth(values[account]!)));
    found.push(...findingOf('naText', name, rowsOf(texts, none)));
    const endOf = (account: number) => lastEnd(lives, account);
    const against = contradicting(name, { present, values, endOf, knownThrough });
    found.push(...findingOf('flagContradiction', name, rowsOf(against, endOf)));
    if (!used.has(name)) continue;
    const history = attributeHistory.get(name);
    const undated = present.filter(
      (account) => history === undefined || history.undated[account] !== undefined,
    );
    found.push(...findingOf('undatedAttribute', name, rowsOf(undated, none)));
  }
  return found;
}

interface FlagColumn {
  readonly present: readonly number[];
  readonly values: readonly (string | undefined)[];
  readonly endOf: (account: number) => number | null;
  readonly knownThrough: number | null;
}

/** Accounts that a flag calls churned without an end, or active past their end; none when it is no flag. */
function contradicting(name: string, { present, values, endOf, knownThrough }: FlagColumn): number[] {
  const read = flagReader(name);
  if (read === null || present.length === 0) return [];
  const flags = present.map((account) => read(values[account]!));
  if (flags.filter((flag) => flag !== null).length < FLAG_SHARE * present.length) return [];
  return present.filter((account, i) => {
    const end = endOf(account);
    if (flags[i] === null) return false;
    if (flags[i]) return end === null;
    return end !== null && (knownThrough === null || end <= knownThrough);
  });
}

/** Reads a cell of such an attribute as churned, not churned, or neither; null when its name is that of no flag. */
function flagReader(name: string): ((text: string) => boolean | null) | null {
  const isChurn = churnName.test(name);
  const isActive = !isChurn && activeName.test(name);
  if (!isChurn && !isActive && !statusName.test(name)) return null;
  return (text) => {
    const word = toHalfWidth(text).trim();
    const kind = parseOutcomeKind(word);
    if (kind === 'churn' || goneWord.test(word)) return true;
    if (kind === 'renewal' || staysWord.test(word)) return false;
    const flag = isChurn || isActive ? parseBoolean(word) : 'invalid';
    return typeof flag === 'boolean' ? flag === isChurn : null;
  };
}

function lastEnd({ offsets, endDay }: Dataset['lives'], account: number): number | null {
  const last = offsets[account + 1]! - 1;
  if (last < offsets[account]!) return null;
  const day = endDay[last]!;
  return day === NO_DAY ? null : day;
}
