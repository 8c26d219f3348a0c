import { type Dataset, NO_DAY, upperBound } from '../measures/dataset.ts';
import { outcomeKinds } from '../schemas/outcome-kinds.ts';
import { type Finding, findingOf, listedRows, positionedRows } from './finding.ts';

const CHURN = outcomeKinds.indexOf('churn');

/**
 * What is odd about starts, notices and ends: none at all, ends before starts, notices after ends, churn that no
 * life covers, lives after the first, assumed starts, and ends that have come but lie after known-through.
 * @param importDay an end after it is still to come; null = unknown: every end counts
 */
export function auditLives(
  dataset: Dataset,
  { importDay, knownThrough }: { readonly importDay: number | null; readonly knownThrough: number | null },
): Finding[] {
  const { lives } = dataset;
  const find = (kind: Finding['kind'], test: (life: number) => boolean, other: Int32Array | null) => {
    const found = [...lives.account.keys()].filter(test);
    const rows = positionedRows(
      found,
      (life) => lives.account[life]!,
      (life) => ({
        day: dayOrNull(kind === 'noticeAfterEnd' ? lives.noticeDay[life]! : lives.endDay[life]!),
        value: '',
        otherDay: other === null ? null : dayOrNull(other[life]!),
      }),
    );
    return findingOf(kind, '', rows);
  };
  const ends = (life: number) => lives.endDay[life]! !== NO_DAY;
  return [
    ...auditAnyOutcome(dataset),
    ...find('churnBeforeStart', (life) => lives.endDay[life]! < lives.startDay[life]!, lives.startDay),
    ...find(
      'noticeAfterEnd',
      (life) =>
        ends(life) && lives.noticeDay[life]! !== NO_DAY && lives.noticeDay[life]! > lives.endDay[life]!,
      lives.endDay,
    ),
    ...churnOutsideLife(dataset),
    ...find(
      'outcomesAfterUsage',
      (life) =>
        ends(life) &&
        lives.endDay[life]! > (knownThrough ?? NO_DAY) &&
        lives.endDay[life]! <= (importDay ?? NO_DAY),
      null,
    ),
    ...reactivations(dataset),
    ...assumedStarts(dataset),
  ];
}

function auditAnyOutcome({ lives }: Dataset): Finding[] {
  if (lives.account.length === 0 || lives.endDay.some((day) => day !== NO_DAY)) return [];
  return [{ kind: 'noOutcomes', subject: '', rows: listedRows([]) }];
}

/** A churn that ends no life: dated before the first start or after an end, so it moved nothing. */
function churnOutsideLife({ lives, outcomes }: Dataset): Finding[] {
  if (outcomes === undefined) return [];
  const isCovered = (account: number, day: number) => {
    for (let life = lives.offsets[account]!; life < lives.offsets[account + 1]!; life++) {
      if (lives.startDay[life]! <= day && day <= lives.endDay[life]!) return true;
    }
    return false;
  };
  const accountOf = (i: number) => upperBound(outcomes.offsets, i, 0, outcomes.offsets.length) - 1;
  const outside = [...outcomes.day.keys()].filter(
    (i) => outcomes.kind[i] === CHURN && !isCovered(accountOf(i), outcomes.day[i]!),
  );
  const rows = positionedRows(outside, accountOf, (i) => {
    const first = lives.offsets[accountOf(i)]!;
    const isBegun = first < lives.offsets[accountOf(i) + 1]!;
    return { day: outcomes.day[i]!, value: '', otherDay: isBegun ? lives.startDay[first]! : null };
  });
  return findingOf('churnOutsideLife', '', rows);
}

function reactivations({ lives }: Dataset): Finding[] {
  const returned = [...lives.account.keys()].filter((life) => life > lives.offsets[lives.account[life]!]!);
  const rows = positionedRows(
    returned,
    (life) => lives.account[life]!,
    (life) => ({
      day: lives.startDay[life]!,
      value: String(life - lives.offsets[lives.account[life]!]! + 1),
      otherDay: dayOrNull(lives.endDay[life - 1]!),
    }),
  );
  return findingOf('reactivations', '', rows);
}

function assumedStarts({ lives }: Dataset): Finding[] {
  const assumed = [...lives.account.keys()].filter((life) => lives.assumedStart[life] === 1);
  const rows = positionedRows(
    assumed,
    (life) => lives.account[life]!,
    (life) => ({ day: lives.startDay[life]!, value: '', otherDay: dayOrNull(lives.endDay[life]!) }),
  );
  return findingOf('assumedStarts', '', rows);
}

function dayOrNull(day: number): number | null {
  return day === NO_DAY ? null : day;
}
