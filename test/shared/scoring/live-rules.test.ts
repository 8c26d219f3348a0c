import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { accountContexts } from '../../../shared/scoring/account-context.ts';
import { LiveScorer } from '../../../shared/scoring/live-scorer.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import { contextOf, ruleEdit, type World, wholeScorecard, world } from './random-rules.ts';
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

  it('gives an account the same score in any order of the rows', () => {
    fc.assert(
      fc.property(world, wholeScorecard, (rows, card) => {
        const order = Array.from({ length: rows.rowCount }, (_, r) => rows.rowCount - 1 - r);
        const turned = freshScores(reordered(rows, order), card);
        expect(order.map((_, r) => turned[order.indexOf(r)])).toEqual(freshScores(rows, card));
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
    },
  };
}
