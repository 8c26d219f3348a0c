import type { Panel } from '../../../shared/backtest/build-panel.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { LiveScorer } from '../../../shared/scoring/live-scorer.ts';

const EXAMPLES = 5;

type Rules = Pick<LiveFigures, 'exceptions' | 'variants' | 'severalVariants'>;

/** What the exceptions and variants of the scorecard just scored by both scorers do, and to whom. */
export function describeRules(
  { exceptions = [], variants = [] }: Scorecard,
  { dataset, todayPanel }: { readonly dataset: Dataset; readonly todayPanel: Panel },
  scorers: { readonly design: LiveScorer; readonly today: LiveScorer },
): Rules {
  const { accountIds, accountNames } = dataset;
  const examplesOf = (marks: Uint8Array) =>
    firstMarked(marks).map((r) => ({
      accountId: accountIds[todayPanel.account[r]!] ?? '',
      name: accountNames[todayPanel.account[r]!] ?? '',
    }));
  const noRows = new Uint8Array(0);
  const bites = exceptions.map(({ id }, e) => {
    const today = scorers.today.bitten[e] ?? noRows;
    const rows = countOf(scorers.design.bitten[e] ?? noRows, 1);
    return { id, rows, accountsToday: countOf(today, 1), examples: examplesOf(today) };
  });
  const severalVariants = { accounts: 0, examples: examplesOf(noRows) };
  if (variants.length === 0) return { exceptions: bites, variants: [], severalVariants };
  const design = scorers.design.membership(variants);
  const today = scorers.today.membership(variants);
  return {
    exceptions: bites,
    variants: variants.map(({ id }, v) => ({
      id,
      rows: countOf(design.of, v + 1),
      churned: design.churned[v] ?? 0,
      accountsToday: countOf(today.of, v + 1),
    })),
    severalVariants: { accounts: countOf(today.several, 1), examples: examplesOf(today.several) },
  };
}

function countOf(marks: Uint8Array, wanted: number): number {
  let count = 0;
  for (const mark of marks) if (mark === wanted) count++;
  return count;
}

function firstMarked(marks: Uint8Array): number[] {
  const rows: number[] = [];
  for (let r = 0; r < marks.length && rows.length < EXAMPLES; r++) if (marks[r] === 1) rows.push(r);
  return rows;
}
