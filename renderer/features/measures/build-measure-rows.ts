import { referencesOf } from '../../../shared/measures/measure-references.ts';
import type { Histogram, MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { ExploredMeasure, Explorer, MeasureCluster } from '../../../shared/schemas/measure-explorer.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { isAgainstData } from '../../../shared/suggestions/settled-direction.ts';

/** One line of the table: the measure, its sentence, its figures when they are here, and who uses it. */
export interface MeasureRow {
  readonly measure: Measure;
  readonly words: string;
  readonly figures: MeasureFigures | null;
  readonly explored: ExploredMeasure | null;
  /** Null until known. */
  readonly cluster: ClusterOfMeasure | null;
  /** Names of the scorecards that score it. */
  readonly usedIn: readonly string[];
}

/** The measures that say the same as one measure; alone where only it is in `members`. */
export interface ClusterOfMeasure extends MeasureCluster {
  /** "A", "B" …; empty for a measure that is alone. */
  readonly label: string;
}

export interface MeasureRowsInput {
  readonly measures: readonly Measure[];
  readonly scorecards: readonly Scorecard[];
  readonly figures: readonly MeasureFigures[];
  readonly explorer: Explorer | null;
  readonly describe: (measure: Measure) => string;
}

export function buildMeasureRows(input: MeasureRowsInput): MeasureRow[] {
  const figuresById = new Map(input.figures.map((item) => [item.measureId, item]));
  const exploredById = new Map(input.explorer?.items.map((item) => [item.measureId, item]));
  const clusters = clusterByMeasure(input.explorer);
  return input.measures.map((measure) => ({
    measure,
    words: input.describe(measure),
    figures: figuresById.get(measure.id) ?? null,
    explored: exploredById.get(measure.id) ?? null,
    cluster: clusters.get(measure.id) ?? null,
    usedIn: cardsOf(measure.id, input.scorecards).map(({ name }) => name),
  }));
}

/** Clusters of several measures named A, B, … in their order, and every measure's own. */
export function clusterByMeasure(explorer: Explorer | null): ReadonlyMap<string, ClusterOfMeasure> {
  const found = new Map<string, ClusterOfMeasure>();
  let named = 0;
  for (const cluster of explorer?.clusters ?? []) {
    const label = cluster.members.length > 1 ? letters(named++) : '';
    for (const member of cluster.members) found.set(member, { ...cluster, label });
  }
  return found;
}

/** What would break without the measure: scorecards that score it, measures that are made from it. */
export function usersOf(
  measureId: string,
  measures: readonly Measure[],
  scorecards: readonly Scorecard[],
): string[] {
  const users = measures.filter(
    ({ id, aggregation }) => id !== measureId && referencesOf(aggregation).includes(measureId),
  );
  return [...cardsOf(measureId, scorecards), ...users].map(({ name }) => name);
}

/** Share of rows without a value; null when there is no row. */
export function missingShare(figures: MeasureFigures | null): number | null {
  return figures === null || figures.rows === 0 ? null : figures.missingRows / figures.rows;
}

/** How far apart churned and kept are spread, from 0 (same shape) to 1 (no bin in common). */
export function shapeDistance({ churned, kept }: Histogram): number {
  const total = (counts: readonly number[]) =>
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
  const [ofChurned, ofKept] = [total(churned), total(kept)];
  return (
    churned.reduce((sum, count, bin) => sum + Math.abs(count / ofChurned - (kept[bin] ?? 0) / ofKept), 0) / 2
  );
}

/** What the warnings of a measure are told from. */
export type WarnedRow = Pick<MeasureRow, 'measure' | 'figures' | 'explored'>;

/** How many things make the measure suspicious. */
export function warningCount({ measure, figures, explored }: WarnedRow): number {
  return (
    Number(isAgainstData(measure, figures)) +
    (figures?.suspicious.length ?? 0) +
    (explored?.sources.length ?? 0) +
    Number(Boolean(explored?.aroundChurn))
  );
}

/** What a sign weighs: 3 = the past can't be replayed with it, 2 = its dates are doubtful, 1 = look at it. */
const severityOf = {
  tooGood: 3,
  onlyAroundChurn: 3,
  rowsAfterChurn: 3,
  knownAfterOutcome: 3,
  undatedAttribute: 2,
  undatedRecordFilter: 2,
  periodStartDates: 2,
  backDatedNote: 2,
  flagName: 1,
  againstData: 1,
} as const;

/** Orders measures by what speaks against them: the heaviest sign first, then how many; 0 without any. */
export function warningSeverity(row: WarnedRow): number {
  const { figures, explored } = row;
  const signs = [
    ...(figures?.suspicious ?? []),
    ...(explored?.sources ?? []).map(({ kind }) => kind),
    ...(explored?.aroundChurn ? (['onlyAroundChurn'] as const) : []),
    ...(isAgainstData(row.measure, figures) ? (['againstData'] as const) : []),
  ];
  const heaviest = Math.max(0, ...signs.map((sign) => severityOf[sign]));
  return 100 * heaviest + warningCount(row);
}

/** Highest minus lowest churn rate; null where there are no fifths. */
export function rateSpread(fifths: MeasureFigures['fifths']): number | null {
  if (fifths.length === 0) return null;
  const rates = fifths.map(({ rate }) => rate);
  return Math.max(...rates) - Math.min(...rates);
}

/** What chance reaches on the axis of an AUC shown as max(a, 1 − a). */
export function noiseBand(explored: ExploredMeasure | null): { low: number; high: number } | null {
  const distance = explored?.noise.aucDistance ?? null;
  return distance === null ? null : { low: 0.5, high: Math.min(1, 0.5 + distance) };
}

/** How many of the two signals (AUC, information value) are above what shuffled outcomes reach. */
export type Signal = 'above' | 'half' | 'within';

/** What the table, the map and the measure's own page say of its signal, by one rule; null while it is not known. */
export function signalOfRow({ figures, explored }: Pick<MeasureRow, 'figures' | 'explored'>): Signal | null {
  const auc = figures?.auc?.value ?? null;
  if (explored === null || auc === null) return null;
  const { iv, noise } = explored;
  if (noise.iv === null || noise.aucDistance === null || iv === null) return null;
  // An AUC whose direction is not settled tells nothing apart, however narrow chance is.
  const isAucAbove = auc > 0.5 + noise.aucDistance && figures?.healthier !== 'notSettled';
  const passed = Number(isAucAbove) + Number(iv > noise.iv);
  return (['within', 'half', 'above'] as const)[passed] ?? 'within';
}

/** A, B, … Z, AA, AB, … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : `${letters(rest - 1)}${last}`;
}

function cardsOf(measureId: string, scorecards: readonly Scorecard[]): Scorecard[] {
  return scorecards.filter((card) =>
    card.groups.some((group) => group.measures.some((measure) => measure.measureId === measureId)),
  );
}
