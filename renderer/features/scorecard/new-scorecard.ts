import { referencesOf } from '../../../shared/measures/measure-references.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { MeasureGroup, Scale, Scorecard, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { firstScale } from './edit-scale.ts';

export interface NewScorecard {
  readonly id: string;
  readonly name: string;
  readonly language: 'ja' | 'en';
}

export type FirstGroup = 'usage' | 'records' | 'other';

/** A scorecard without measures, with the ◎○△× bands. */
export function emptyScorecard({ id, name, language }: NewScorecard): Scorecard {
  return {
    id,
    name,
    purpose: { goal: '', healthyCustomer: '' },
    groups: [],
    minimumCoverage: 0.5,
    gradingScheme: 'marks',
    bands: presetBands('marks', language),
  };
}

export interface ProposedParts extends NewScorecard {
  readonly measures: readonly Measure[];
  readonly figures: readonly MeasureFigures[];
  readonly groupNames: Readonly<Record<FirstGroup, string>>;
}

/**
 * Measures in groups by where their values come from, equal weights, first scales from the design window.
 * Suspicious measures are left out, and parts of a ratio or formula that is itself there.
 */
export function scorecardOf({ measures, figures, groupNames, ...head }: ProposedParts): Scorecard {
  const figuresOf = new Map(figures.map((item) => [item.measureId, item]));
  const parts = new Set(measures.flatMap(({ aggregation }) => referencesOf(aggregation)));
  const usable = measures.filter(
    ({ id }) => !parts.has(id) && (figuresOf.get(id)?.suspicious.length ?? 0) === 0,
  );
  const groups = (['usage', 'records', 'other'] as const).map((key): MeasureGroup => {
    const members = usable.filter((measure) => groupOf(measure) === key);
    return {
      id: key,
      name: groupNames[key],
      weight: 20 * members.length,
      combine: 'mean',
      measures: members.map((measure) => scored(measure, figuresOf.get(measure.id) ?? null)),
    };
  });
  return { ...emptyScorecard(head), groups: groups.filter((group) => group.measures.length > 0) };
}

/** A measure as it enters a scorecard: first scale at the fifths of its values; ranked among peers where it has none. */
export function scored(measure: Measure, figures: MeasureFigures | null): ScorecardMeasure {
  return {
    measureId: measure.id,
    weight: 20,
    scale: hasValues(figures) ? firstScale(figures, measure.direction) : ranked(measure),
    missing: { type: 'exclude' },
  };
}

/** Where no value is known yet, a scale over 0 to 1 would say nothing true: the rank among peers fits any values. */
function ranked({ direction }: Measure): Scale {
  return { type: 'percentile', direction };
}

function hasValues(figures: MeasureFigures | null): boolean {
  return figures !== null && figures.missingRows < figures.rows;
}

function groupOf({ aggregation }: Measure): FirstGroup {
  if ('metric' in aggregation || aggregation.type === 'ratio') return 'usage';
  return 'source' in aggregation ? 'records' : 'other';
}
