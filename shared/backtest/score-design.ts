import { attributeReader } from '../measures/attribute-at.ts';
import type { Dataset } from '../measures/dataset.ts';
import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { Scorecard } from '../schemas/scorecard.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../scoring/live-scorer.ts';
import { cutPeers, rankPeers } from '../scoring/peer-points.ts';
import type { VariantSubjects } from '../scoring/variants.ts';
import { takeRows } from '../statistics/take-rows.ts';
import { type Panel, POSITIVE } from './build-panel.ts';
import { assignWindows, chooseTestFrom, rowsOfWindow, type SnapshotWindow } from './choose-split.ts';

type Columns = ReadonlyMap<string, Float64Array>;
type Attributes = Pick<Dataset, 'attributes' | 'attributeHistory'>;

/** A design scored over a panel, with what it learnt from the design window. */
export interface ScoredDesign {
  /** Tenths by panel row, NOT_SCORED where none. */
  readonly scores: Int16Array;
  readonly testFrom: number | null;
  readonly windows: readonly SnapshotWindow[];
  readonly context: RowContext;
}

/**
 * Scores a design over a back-test's panel. Peers are all eligible accounts of the same date. Borrowing is learnt from
 * the churned rows of the design window; where the split is chosen by itself, it is chosen on scores without borrowing,
 * so that what is learnt never decides what it is learnt from.
 */
export function scoreDesign(
  dataset: Attributes,
  { scorecard, settings }: { readonly scorecard: Scorecard; readonly settings: BacktestSettings },
  panel: Panel,
  columns: Columns,
): ScoredDesign {
  const plain = rowContext(dataset, panel, columns, null);
  const score = (context: RowContext) =>
    new LiveScorer(columns, panel.account.length, context).score(scorecard);
  const first = score(plain);
  const testFrom =
    settings.testFrom === 'auto'
      ? chooseTestFrom(panel, settings, (r) => first[r] !== NOT_SCORED)
      : settings.testFrom;
  const windows = assignWindows(panel, settings, testFrom);
  const context = { ...plain, churned: churnedSubjects(dataset, panel, windows) };
  const scores = borrows(scorecard) ? score(context) : first;
  return { scores, testFrom, windows, context };
}

/** True when some variant may borrow, so that its score depends on the design window's churners. */
export function borrows({ variants = [] }: Scorecard): boolean {
  return variants.some((variant) => variant.borrowK > 0);
}

/** What scoring a panel's rows needs beside their values. */
export function rowContext(
  dataset: Attributes,
  panel: Panel,
  columns: Columns,
  churned: VariantSubjects | null,
): RowContext {
  return {
    peers: rankPeers(columns, panel.snapshot),
    subjects: subjectsOf(dataset, panel),
    churned,
  };
}

/** The same for some rows of the panel; their peers stay all rows of their date. */
export function cutContext(context: RowContext, rows: Int32Array): RowContext {
  const { account, tenureDays, asOf, attribute } = context.subjects;
  return {
    ...context,
    peers: cutPeers(context.peers, rows),
    subjects: {
      account: takeRows(account, rows),
      tenureDays: takeRows(tenureDays, rows),
      asOf: takeRows(asOf, rows),
      attribute,
    },
  };
}

/** The churned rows of the design window (of all mature dates where there is no split). */
export function churnedSubjects(
  dataset: Attributes,
  panel: Panel,
  windows: readonly SnapshotWindow[],
): VariantSubjects {
  const rows = rowsOfWindow(panel, windows, ['design', 'all']).filter((r) => panel.label[r] === POSITIVE);
  const { account, tenureDays, asOf, attribute } = subjectsOf(dataset, panel);
  return {
    account: rows.map((r) => account[r]!),
    tenureDays: rows.map((r) => tenureDays[r]!),
    asOf: rows.map((r) => asOf[r]!),
    attribute,
  };
}

/** A panel's rows as variants' conditions see them. */
export function subjectsOf(dataset: Attributes, panel: Panel): VariantSubjects {
  return {
    account: panel.account,
    tenureDays: panel.asOf.map((day, r) => day - panel.lifeStart[r]!),
    asOf: panel.asOf,
    attribute: attributeReader(dataset),
  };
}
