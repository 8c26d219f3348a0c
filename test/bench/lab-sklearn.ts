import { spawnSync } from 'node:child_process';
import { findPython } from './scoring-numpy.ts';

/** As-of rows like those of a back-test, as far as the time they take depends on it. */
export interface ResampledRows {
  readonly rows: number;
  readonly accounts: number;
  readonly positives: number;
}

/** One by-account resample: how often each account is drawn, then average precision and ROC (for KS) by weight. */
const program = `
import json, sys, time
import numpy as np
from sklearn.metrics import average_precision_score, roc_curve
spec = json.loads(sys.argv[1])
random = np.random.default_rng(1)
account = np.arange(spec['rows']) * spec['accounts'] // spec['rows']
score = random.integers(0, 1001, spec['rows'])
positive = np.zeros(spec['rows'], int)
positive[random.choice(spec['rows'], spec['positives'], replace=False)] = 1
taken = []
for _ in range(3):
    start = time.process_time()
    drawn = np.bincount(random.integers(0, spec['accounts'], spec['accounts']), minlength=spec['accounts'])
    weight = drawn[account]
    average_precision_score(positive, -score, sample_weight=weight)
    worse, better, _ = roc_curve(positive, -score, sample_weight=weight)
    np.abs(better - worse).max()
    taken.append(1000 * (time.process_time() - start))
print(sorted(taken)[1])
`;

/** Processor ms of one resample in scikit-learn on rows of the same shape; null where it is not found. */
export function timeScikitResample(shape: ResampledRows): number | null {
  const python = findPython();
  if (python === null) return null;
  const run = spawnSync(python, ['-c', program, JSON.stringify(shape)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout);
}
