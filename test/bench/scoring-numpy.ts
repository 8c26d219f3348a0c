import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import type { BenchData } from './scoring-data.ts';

export interface NumpyTimes {
  /** Points of every measure, scores and AUC; then scores and AUC from points already there. In ms, the median. */
  readonly scratch: number;
  readonly weight: number;
  /** Points of one measure, scores and AUC. */
  readonly cutoff: number;
  readonly auc: number;
}

/** What a plain program does: digitize or clip each column, weighted sums, and scikit-learn's AUC per as-of date. */
const program = `
import json, sys, time
import numpy as np
from sklearn.metrics import roc_auc_score
folder, spec = sys.argv[1], json.loads(sys.argv[2])
values = [np.fromfile(f"{folder}/{m['id']}", '<f8') for g in spec['groups'] for m in g['measures']]
measures = [m for g in spec['groups'] for m in g['measures']]
snapshot = np.fromfile(f'{folder}/snapshot', '<u2')
positive = np.fromfile(f'{folder}/positive', 'u1')

def points(m, x):
    s = m['scale']
    if s['type'] == 'bins':
        p = np.array(s['points'], float)[np.digitize(x, s['cutoffs'])]
    else:
        p = np.clip(100 * (x - s['worst']) / (s['best'] - s['worst']), 0, 100)
    return np.where(np.isnan(x), np.nan, p)

def score(cols):
    total = np.zeros(len(snapshot)); weight = np.zeros(len(snapshot)); i = 0
    for g in spec['groups']:
        part = np.zeros(len(snapshot)); have = np.zeros(len(snapshot))
        for m in g['measures']:
            ok = ~np.isnan(cols[i])
            part += np.where(ok, m['weight'] * cols[i], 0); have += ok * m['weight']; i += 1
        ok = have > 0
        total += np.where(ok, g['weight'] * part / np.where(ok, have, 1), 0); weight += ok * g['weight']
    return np.round(total / weight, 1)

def auc(scores):
    wins = pairs = 0
    for s in range(int(snapshot.max()) + 1):
        at = snapshot == s
        p = positive[at]; n = int(p.sum()) * int(len(p) - p.sum())
        if n == 0: continue
        wins += n * roc_auc_score(1 - p, scores[at]); pairs += n
    return wins / pairs

def median(times, work):
    taken = []
    for _ in range(times):
        start = time.perf_counter(); result = work(); taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)[times // 2], result

cols = [points(m, x) for m, x in zip(measures, values)]
first = next(i for i, m in enumerate(measures) if m['scale']['type'] == 'bins')
def edited():
    cols[first] = points(measures[first], values[first])
    return auc(score(cols))
scratch, a = median(3, lambda: auc(score([points(m, x) for m, x in zip(measures, values)])))
weight, _ = median(5, lambda: auc(score(cols)))
cutoff, _ = median(5, edited)
print(json.dumps({'scratch': scratch, 'weight': weight, 'cutoff': cutoff, 'auc': a}))
`;

/** The same work in numpy and scikit-learn beside ours; null where no Python with both is found. */
export function timeNumpy(data: BenchData, scorecard: Scorecard): NumpyTimes | null {
  const python = findPython();
  if (python === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'myaku-bench-'));
  try {
    for (const [id, values] of data.columns) writeFileSync(join(folder, id), values);
    writeFileSync(join(folder, 'snapshot'), data.snapshot);
    writeFileSync(join(folder, 'positive'), data.positive);
    const groups = scorecard.groups.map(({ weight, measures }) => ({
      weight,
      measures: measures.map(({ measureId, weight: own, scale }) => ({ id: measureId, weight: own, scale })),
    }));
    const run = spawnSync(python, ['-c', program, folder, JSON.stringify({ groups })], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    // Printed by the program above.
    return JSON.parse(run.stdout) as NumpyTimes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Python with numpy and scikit-learn. */
export function findPython(): string | null {
  const names = ['python3', '/usr/bin/python3'];
  return names.find((name) => spawnSync(name, ['-c', 'import numpy, sklearn']).status === 0) ?? null;
}
