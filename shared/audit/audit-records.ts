import { NO_DAY, type RecordSource, upperBound } from '../measures/dataset.ts';
import { type Finding, type FindingKind, findingOf, positionedRows } from './finding.ts';

/** Records that repeat another to the letter, are closed before they were opened, or are dated after the import. */
export function auditRecords(source: RecordSource, importDay: number | null): Finding[] {
  const columns = [...source.columns.values()];
  const accountOf = (i: number) => upperBound(source.offsets, i, 0, source.offsets.length) - 1;
  const textOf = (i: number) => columns.map((cells) => cells[i] ?? '').join(' / ');
  const found = (kind: FindingKind, test: (i: number) => boolean, other: (i: number) => number | null) =>
    findingOf(
      kind,
      source.name,
      positionedRows([...source.day.keys()].filter(test), accountOf, (i) => ({
        day: source.day[i]!,
        value: textOf(i),
        otherDay: other(i),
      })),
    );
  const closed = (i: number) => (source.closedDay[i]! === NO_DAY ? null : source.closedDay[i]!);
  return [
    ...found('duplicateRecords', repeats(source, columns, accountOf), closed),
    ...found('closedBeforeOpened', (i) => source.closedDay[i]! < source.day[i]!, closed),
    ...found(
      'futureDates',
      (i) => importDay !== null && source.day[i]! > importDay,
      () => importDay,
    ),
  ];
}

/** Whether an earlier record of the account and day says the same in every column. */
function repeats(
  { day, closedDay }: RecordSource,
  columns: readonly (readonly string[])[],
  accountOf: (i: number) => number,
): (i: number) => boolean {
  const isSame = (i: number, j: number) =>
    closedDay[i] === closedDay[j] && columns.every((cells) => cells[i] === cells[j]);
  return (i) => {
    if (i === 0 || day[i - 1] !== day[i]) return false;
    const account = accountOf(i);
    for (let j = i - 1; j >= 0 && day[j] === day[i] && accountOf(j) === account; j--) {
      if (isSame(i, j)) return true;
    }
    return false;
  };
}
