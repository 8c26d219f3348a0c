import type { Scorecard, Variant } from '../schemas/scorecard.ts';
import { takeRows } from '../statistics/take-rows.ts';
import { applyExceptions } from './exceptions.ts';
import { measuresOf, needsPeers } from './measures-of.ts';
import { cutPeers, type PeerPoints } from './peer-points.ts';
import {
  assignVariants,
  blendScores,
  countAccounts,
  describeMembership,
  type VariantRows,
  type VariantSubjects,
  variantCard,
} from './variants.ts';
import { WeightedScorer } from './weighted-scorer.ts';

/** Stands for "not scored" in a column of scores. */
export const NOT_SCORED = -1;

/** What scoring needs to know of the rows beside their values. */
export interface RowContext {
  readonly peers: PeerPoints;
  readonly subjects: VariantSubjects;
  /** Churned rows of the design window, from which borrowing is learnt; null = nothing learnt, nobody borrows. */
  readonly churned: VariantSubjects | null;
}

/** Who is in which variant and how much it may trust itself. */
export interface Membership extends VariantRows {
  /** Churned accounts of each variant in the design window; null where nothing is learnt. */
  readonly churned: readonly (number | null)[];
}

interface VariantState {
  readonly key: string;
  readonly rows: Int32Array;
  readonly scorer: WeightedScorer;
}

/**
 * Scores columns of as-of rows by a whole scorecard: groups and weights, then variants (each on its own rows, borrowing
 * from the scorecard's score), then exceptions in order. It follows an edit at the cost of what the edit touches; an
 * edited scorer gives the same scores as a fresh one. Columns hold one double per row (NaN = missing).
 */
export class LiveScorer {
  readonly #columns: ReadonlyMap<string, Float64Array>;
  readonly #rowCount: number;
  readonly #context: RowContext | null;
  readonly #base: WeightedScorer;
  #membership: { readonly key: string; readonly found: Membership } | null = null;
  #variants: VariantState[] = [];
  #scores: Int16Array | null = null;
  #bitten: readonly Uint8Array[] = [];

  /** @param context needed by scorecards with a percentile scale or variants; without it they throw */
  constructor(
    columns: ReadonlyMap<string, Float64Array>,
    rowCount: number,
    context: RowContext | null = null,
  ) {
    this.#columns = columns;
    this.#rowCount = rowCount;
    this.#context = context;
    this.#base = new WeightedScorer(columns, rowCount, context?.peers ?? null);
  }

  /** True when there are columns for every measure of the scorecard. */
  holds(scorecard: Scorecard): boolean {
    return measuresOf(scorecard).every((id) => this.#columns.has(id));
  }

  /**
   * Scores in tenths, 0–1,000, NOT_SCORED where not scored. The array is reused by the next call. Throws, changing
   * nothing, when the scorecard uses a measure without a column.
   */
  score(scorecard: Scorecard): Int16Array {
    const unknown = measuresOf(scorecard).find((id) => !this.#columns.has(id));
    if (unknown !== undefined) throw new Error(`No column for measure ${unknown}`);
    const { variants = [], exceptions = [] } = scorecard;
    if (this.#context === null && (variants.length > 0 || needsPeers(scorecard))) {
      throw new Error('A scorecard with variants or percentiles needs a context');
    }
    const base = this.#base.score(scorecard);
    this.#bitten = [];
    if (variants.length === 0 && exceptions.length === 0) return base;
    this.#scores ??= new Int16Array(this.#rowCount);
    this.#scores.set(base);
    if (variants.length > 0) this.#scoreVariants(scorecard, variants, this.#scores);
    this.#bitten = applyExceptions(scorecard, this.#columns, this.#scores);
    return this.#scores;
  }

  /** Per exception of the last scorecard scored, 1 for each row whose score it changed. */
  get bitten(): readonly Uint8Array[] {
    return this.#bitten;
  }

  /** Which rows are in which variant; throws without a context where there are variants. */
  membership(variants: readonly Variant[]): Membership {
    const key = describeMembership(variants);
    if (this.#membership?.key === key) return this.#membership.found;
    const context = this.#context;
    if (context === null) throw new Error('No attributes for variants');
    const { churned } = context;
    const counts = churned === null ? variants.map(() => null) : countAccounts(variants, churned);
    const found = { ...assignVariants(variants, context.subjects), churned: counts };
    this.#membership = { key, found };
    this.#variants = [];
    return found;
  }

  #scoreVariants(scorecard: Scorecard, variants: readonly Variant[], scores: Int16Array): void {
    const { of, churned } = this.membership(variants);
    variants.forEach((variant, v) => {
      const card = variantCard(scorecard, variant);
      const state = this.#stateOf(card, v, of);
      const own = state.scorer.score(card);
      const c = churned[v] ?? null;
      const { rows } = state;
      for (let i = 0; i < rows.length; i++) {
        scores[rows[i]!] = blendScores(own[i]!, scores[rows[i]!]!, c, variant.borrowK);
      }
    });
  }

  /** A scorer over the variant's rows alone, made again when its rows or its measures change. */
  #stateOf(card: Scorecard, v: number, of: Uint8Array): VariantState {
    const ids = [...new Set(card.groups.flatMap((group) => group.measures.map((m) => m.measureId)))];
    const key = JSON.stringify([...ids].sort());
    const known = this.#variants[v];
    if (known?.key === key) return known;
    const rows = known?.rows ?? rowsOf(of, v + 1);
    const columns = new Map(
      ids.map((id) => {
        const all = this.#columns.get(id)!;
        return [id, takeRows(all, rows)];
      }),
    );
    const peers = this.#context === null ? null : cutPeers(this.#context.peers, rows);
    const state = { key, rows, scorer: new WeightedScorer(columns, rows.length, peers) };
    this.#variants[v] = state;
    return state;
  }
}

function rowsOf(of: Uint8Array, wanted: number): Int32Array {
  let count = 0;
  for (const value of of) if (value === wanted) count++;
  const rows = new Int32Array(count);
  let next = 0;
  for (let r = 0; r < of.length; r++) if (of[r] === wanted) rows[next++] = r;
  return rows;
}
