import type { MeasureGroup, Scorecard } from '../../shared/schemas/scorecard.ts';
import { presetBands } from '../../shared/scoring/grading-schemes.ts';

/** As-of rows of a synthetic workspace in account-major order, with one column per measure and outcomes. */
export interface BenchData {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly account: Int32Array;
  readonly snapshot: Uint16Array;
  readonly positive: Uint8Array;
  readonly snapshotCount: number;
}

/** Every third measure is missing for a part of the accounts and, here and there, for single rows. */
export function makeBenchData(accounts: number, snapshots: number, measures: number): BenchData {
  const rowCount = accounts * snapshots;
  const random = mulberry32(20240401);
  const health = Float64Array.from({ length: accounts }, () => random());
  const account = Int32Array.from({ length: rowCount }, (_, r) => Math.floor(r / snapshots));
  const columns = new Map<string, Float64Array>();
  for (let m = 0; m < measures; m++) {
    const values = new Float64Array(rowCount);
    const lacking = m % 3 === 2;
    for (let r = 0; r < rowCount; r++) {
      const isMissing = lacking && (account[r]! % 17 === m % 17 || random() < 0.01);
      values[r] = isMissing ? Number.NaN : Math.round(100 * (0.4 * health[account[r]!]! + 0.6 * random()));
    }
    columns.set(`m${m}`, values);
  }
  return {
    rowCount,
    columns,
    account,
    snapshot: Uint16Array.from({ length: rowCount }, (_, r) => r % snapshots),
    positive: Uint8Array.from({ length: rowCount }, (_, r) =>
      random() < 0.06 * (1 - health[account[r]!]!) ? 1 : 0,
    ),
    snapshotCount: snapshots,
  };
}

/** Four groups of equal size; bins and linear scales in turn. */
export function makeBenchScorecard(measures: number): Scorecard {
  const groups: MeasureGroup[] = Array.from({ length: 4 }, (_, g) => ({
    id: `g${g}`,
    name: `g${g}`,
    weight: 10 * (g + 1),
    combine: 'mean',
    measures: [],
  }));
  for (let m = 0; m < measures; m++) {
    groups[Math.floor((m * 4) / measures)]!.measures.push({
      measureId: `m${m}`,
      weight: 10 + m,
      scale:
        m % 2 === 0
          ? { type: 'linear', worst: 0, best: 80 }
          : { type: 'bins', cutoffs: [20, 40, 60, 80], points: [0, 25, 50, 75, 100] },
      missing: { type: 'exclude' },
    });
  }
  return {
    id: 'bench',
    name: 'bench',
    purpose: { goal: '', healthyCustomer: '' },
    groups,
    minimumCoverage: 0.5,
    gradingScheme: 'traffic',
    bands: presetBands('traffic', 'en'),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
