import { referencesOf } from '../../../shared/measures/measure-references.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';

/** One line of the table: the measure, its sentence, its figures when they are here, and who uses it. */
export interface MeasureRow {
  readonly measure: Measure;
  readonly words: string;
  readonly figures: MeasureFigures | null;
  /** Names of the scorecards that score it. */
  readonly usedIn: readonly string[];
}

export interface MeasureRowsInput {
  readonly measures: readonly Measure[];
  readonly scorecards: readonly Scorecard[];
  readonly figures: readonly MeasureFigures[];
  readonly describe: (measure: Measure) => string;
}

export function buildMeasureRows({
  measures,
  scorecards,
  figures,
  describe,
}: MeasureRowsInput): MeasureRow[] {
  const figuresById = new Map(figures.map((item) => [item.measureId, item]));
  return measures.map((measure) => ({
    measure,
    words: describe(measure),
    figures: figuresById.get(measure.id) ?? null,
    usedIn: cardsOf(measure.id, scorecards).map(({ name }) => name),
  }));
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

function cardsOf(measureId: string, scorecards: readonly Scorecard[]): Scorecard[] {
  return scorecards.filter((card) =>
    card.groups.some((group) => group.measures.some((measure) => measure.measureId === measureId)),
  );
}
