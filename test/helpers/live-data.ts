import type { Dataset } from '../../shared/measures/dataset.ts';

/**
 * Live data by account id: an account's index may differ where undone imports have left accounts behind. What has no
 * order of its own (attributes, columns, events of a day) is compared without one.
 */
export function byId(dataset: Dataset) {
  const live = dataset.accountIds.map((_, a) => isLive(dataset, a));
  const per = <T>(of: (account: number) => T): [string, T][] =>
    dataset.accountIds.flatMap((account, a): [string, T][] => (live[a] ? [[account, of(a)]] : []));
  const slices = (offsets: Int32Array, columns: Readonly<Record<string, ArrayLike<unknown>>>) =>
    per((a) =>
      Object.entries(columns).map(([name, column]) => [
        name,
        Array.prototype.slice.call(column, offsets[a]!, offsets[a + 1]!),
      ]),
    );
  const { lives, outcomes } = dataset;
  const entries = <V, T>(map: ReadonlyMap<string, V>, of: (value: V) => T) =>
    new Map([...map].map(([name, value]) => [name, of(value)]));
  return {
    names: per((a) => dataset.accountNames[a]),
    lives: slices(lives.offsets, { ...lives, offsets: [], account: [] }),
    outcomes: slices(outcomes.offsets, { ...outcomes, offsets: [] }),
    metrics: entries(dataset.metrics, ({ offsets, day: days, value, knownOn, range: _range, ...facts }) => ({
      facts,
      rows: slices(offsets, { days, value, knownOn }),
    })),
    records: entries(dataset.records, ({ kind, offsets, columns, day: days, knownOn, closedDay }) => ({
      kind,
      rows: slices(offsets, { days, knownOn, closedDay }),
      columns: entries(columns, (cells) => slices(offsets, { cells })),
    })),
    events: entries(dataset.events, ({ eventNames, lagDays, offsets, ...columns }) => ({
      lagDays,
      rows: per((a) => {
        const rows: string[] = [];
        for (let i = offsets[a]!; i < offsets[a + 1]!; i++) {
          const { day: days, knownOn, event, quantity, user } = columns;
          rows.push(JSON.stringify([days[i], knownOn[i], eventNames[event[i]!], quantity[i], user[i]! < 0]));
        }
        return rows.sort();
      }),
    })),
    attributes: entries(dataset.attributes, (values) => per((a) => values[a])),
    history: entries(dataset.attributeHistory, ({ offsets, fromDay, value }) =>
      slices(offsets, { fromDay, value }),
    ),
    contract: dataset.contract,
    flag: dataset.snapshotFlag && per((a) => dataset.snapshotFlag![a]),
  };
}

function isLive(dataset: Dataset, account: number): boolean {
  const has = ({ offsets }: { readonly offsets: Int32Array }) => offsets[account]! < offsets[account + 1]!;
  const { metrics, records, events, attributeHistory } = dataset;
  return (
    has(dataset.lives) ||
    has(dataset.outcomes) ||
    dataset.accountNames[account] !== dataset.accountIds[account] ||
    [...metrics.values(), ...records.values(), ...events.values(), ...attributeHistory.values()].some(has) ||
    [...dataset.attributes.values()].some((values) => values[account] !== undefined) ||
    (dataset.snapshotFlag?.[account] ?? -1) >= 0
  );
}
