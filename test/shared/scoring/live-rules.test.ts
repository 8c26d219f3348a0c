import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { accountContexts } from '../../../shared/scoring/account-context.ts';
import { LiveScorer } from '../../../shared/scoring/live-scorer.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import type { SentWorld } from '../../helpers/score-elsewhere.ts';
import { contextOf, plans, ruleEdit, type World, wholeScorecard, world } from './random-rules.ts';
import { slowWholeScore } from './slow-rules.ts';

describe('a whole scorecard with percentiles, exceptions and variants', () => {
  it('scores as its whole-number twin does, row by row', () => {
    fc.assert(
      fc.property(world, wholeScorecard, (rows, card) => {
        expect(freshScores(rows, card)).toEqual(slowScores(rows, card));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('scores as the account-by-account form does', () => {
    fc.assert(
      fc.property(world, wholeScorecard, (rows, card) => {
        const contextAt = accountContexts(card, contextOf(rows));
        const one = (_: unknown, r: number) =>
          scoreAccount(card, (id) => rows.columns.get(id)![r]!, contextAt(r)).scoreTenths ?? -1;
        expect(Array.from({ length: rows.rowCount }, one)).toEqual(freshScores(rows, card));
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('follows 10,000 random edits to the scores of a fresh run and of the twin', () => {
    let edits = 0;
    const many = fc.array(ruleEdit, { minLength: 50, maxLength: 50, size: 'max' });
    fc.assert(
      fc.property(world, wholeScorecard, many, (rows, first, changes) => {
        const live = new LiveScorer(rows.columns, rows.rowCount, contextOf(rows));
        let card = first;
        for (const change of changes) {
          card = change(card);
          edits++;
          const scores = Array.from(live.score(card));
          expect(scores).toEqual(freshScores(rows, card));
          expect(scores).toEqual(slowScores(rows, card));
        }
      }),
      { numRuns: 200, seed: 3 },
    );
    expect(edits).toBe(10_000);
  });

  it('gives the edited scores on another thread, from scratch and in another order of the rows', async () => {
    const [[rows, first, changes]] = fc.sample(
      fc.tuple(world, wholeScorecard, fc.array(ruleEdit, { minLength: 2000, maxLength: 2000, size: 'max' })),
      { numRuns: 1, seed: 6 },
    ) as [[World, Scorecard, ((card: Scorecard) => Scorecard)[]]];
    const live = new LiveScorer(rows.columns, rows.rowCount, contextOf(rows));
    const cards: Scorecard[] = [];
    const edited: number[][] = [];
    let card = first;
    for (const change of changes) {
      card = change(card);
      cards.push(card);
      edited.push(Array.from(live.score(card)));
    }
    const order = Array.from({ length: rows.rowCount }, (_, r) => (5 * r + 2) % rows.rowCount).filter(
      (r, i, all) => all.indexOf(r) === i,
    );
    const everyRow = order.length === rows.rowCount ? order : [...order.keys()].reverse();
    const there = await scoreElsewhere(reordered(rows, everyRow), cards);
    const back = there.map((scores) => Array.from(edited[0]!, (_, r) => scores[everyRow.indexOf(r)]!));
    expect(back).toEqual(edited);
  });

  it('gives an account the same score in any order of the rows', () => {
    fc.assert(
      fc.property(world, wholeScorecard, fc.infiniteStream(fc.nat()), (rows, card, keys) => {
        const key = Array.from({ length: rows.rowCount }, () => keys.next().value);
        const order = Array.from(key.keys()).sort((a, b) => key[a]! - key[b]!);
        const shuffled = freshScores(reordered(rows, order), card);
        expect(order.map((_, r) => shuffled[order.indexOf(r)])).toEqual(freshScores(rows, card));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('is the weighted score where there are no rules, with empty lists or none', () => {
    fc.assert(
      fc.property(world, wholeScorecard, (rows, card) => {
        const { exceptions: _, variants: __, ...bare } = card;
        const empty = { ...card, exceptions: [], variants: [] };
        expect(freshScores(rows, empty)).toEqual(freshScores(rows, bare));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

function freshScores(rows: World, card: Scorecard): number[] {
  return Array.from(new LiveScorer(rows.columns, rows.rowCount, contextOf(rows)).score(card));
}

function slowScores(rows: World, card: Scorecard): number[] {
  return Array.from({ length: rows.rowCount }, (_, r) => slowWholeScore(card, rows, r));
}

/** The same designs by a worker thread, which knows nothing of what was scored here. */
function scoreElsewhere({ columns, date, subjects, churned }: World, cards: readonly Scorecard[]) {
  const { attribute: _, ...known } = subjects;
  const { attribute: __, ...learnt } = churned;
  const workerData: SentWorld = { columns, date, subjects: known, churned: learnt, plans, cards };
  const worker = new Worker(new URL('../../helpers/score-elsewhere.ts', import.meta.url), { workerData });
  return new Promise<number[][]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function reordered(rows: World, order: readonly number[]): World {
  return {
    ...rows,
    columns: new Map(
      [...rows.columns].map(([id, values]) => [id, Float64Array.from(order, (r) => values[r]!)]),
    ),
    date: Int32Array.from(order, (r) => rows.date[r]!),
    subjects: {
      ...rows.subjects,
      account: Int32Array.from(order, (r) => rows.subjects.account[r]!),
      tenureDays: Int32Array.from(order, (r) => rows.subjects.tenureDays[r]!),
      asOf: Int32Array.from(order, (r) => rows.subjects.asOf[r]!),
    },
  };
}
