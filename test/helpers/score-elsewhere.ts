import { parentPort, workerData } from 'node:worker_threads';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { LiveScorer } from '../../shared/scoring/live-scorer.ts';
import { rankPeers } from '../../shared/scoring/peer-points.ts';
import type { VariantSubjects } from '../../shared/scoring/variants.ts';

/** Rows and designs as they cross to another thread: without functions. */
export interface SentWorld {
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly date: Int32Array;
  readonly subjects: Omit<VariantSubjects, 'attribute'>;
  readonly churned: Omit<VariantSubjects, 'attribute'>;
  /** The only attribute, by account; on date 2 the next account's. */
  readonly plans: readonly (string | undefined)[];
  readonly cards: readonly Scorecard[];
}

if (parentPort !== null) parentPort.postMessage(scoreAll(workerData as SentWorld));

/** Every design from scratch, each by a scorer of its own. */
function scoreAll({ columns, date, subjects, churned, plans, cards }: SentWorld): number[][] {
  const attribute = {
    at: (name: string, account: number, asOf: number) =>
      name === 'plan' ? plans[(account + Number(asOf === 2)) % plans.length] : undefined,
    isFixed: (name: string) => name !== 'plan',
  };
  const context = {
    peers: rankPeers(columns, date),
    subjects: { ...subjects, attribute },
    churned: { ...churned, attribute },
  };
  return cards.map((card) => Array.from(new LiveScorer(columns, date.length, context).score(card)));
}
