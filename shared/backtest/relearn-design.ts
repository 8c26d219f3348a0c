import type { BacktestSettings } from '../schemas/backtest-settings.ts';
import type { MeasureGroup, Scorecard } from '../schemas/scorecard.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../scoring/live-scorer.ts';
import type { SameDateRows } from '../statistics/same-date-pairs.ts';
import { takeRows } from '../statistics/take-rows.ts';
import type { Relearn } from '../suggestions/luck-line.ts';
import { pointsOfRows } from '../suggestions/points-of-rows.ts';
import { suggestCutoffs } from '../suggestions/suggest-cutoffs.ts';
import {
  type LearntWeights,
  suggestWeightsSteps,
  type WeightSuggestions,
} from '../suggestions/suggest-weights.ts';
import { countChurnedAccounts } from '../suggestions/suggestion-gate.ts';
import { partPoints, withPartPercents } from '../suggestions/weight-parts.ts';
import { cutContext } from './score-design.ts';

/** A design that took suggestions, with what it is scored from, by panel row. */
export interface LearntDesign {
  readonly scorecard: Scorecard;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly context: RowContext;
  /** Which direction is healthy, by measure id. */
  readonly directions: ReadonlyMap<string, 'higher' | 'lower'>;
  /** Day of each snapshot index. */
  readonly asOfDays: ArrayLike<number>;
  readonly settings: Pick<BacktestSettings, 'gapDays' | 'horizonDays'>;
}

type Shuffled = SameDateRows & { readonly row: Int32Array };
type Card = Scorecard;

/**
 * Takes a design's accepted suggestions again, as if the outcomes were the shuffled ones: first the cut-offs and points
 * of the measures that had learnt some, with as many free numbers as were accepted, then the weights (ridge where it is
 * offered, else by AUC, else equal ones, as a person would take them), on everyone's groups. What was drawn by hand stays.
 * The scores are those of the whole scorecard, 0–1000; a row that it does not score gets the middle.
 * @param panelRow panel row of each row that `shuffled.row` points to
 */
export function relearnDesign(design: LearntDesign, panelRow: Int32Array): Relearn {
  return function* (shuffled) {
    const row = shuffled.row.map((r) => panelRow[r]!);
    const withScales = relearnScales(design, shuffled, row);
    const card = design.scorecard.learnt?.some(({ what }) => what === 'weights')
      ? yield* relearnWeights(design, withScales, { shuffled, row })
      : withScales;
    const columns = new Map([...design.columns].map(([id, values]) => [id, takeRows(values, row)]));
    const scores = new LiveScorer(columns, row.length, cutContext(design.context, row)).score(card);
    return scores.map((score) => (score === NOT_SCORED ? 500 : score));
  };
}

function relearnScales(
  { scorecard, columns, directions }: LearntDesign,
  shuffled: Shuffled,
  row: Int32Array,
): Card {
  const churners = countChurnedAccounts(shuffled);
  const scales = new Map<string, { cutoffs: number[]; points: number[] }>();
  for (const { what, numbers } of scorecard.learnt ?? []) {
    const values = columns.get(what);
    if (values === undefined) continue;
    const found = suggestCutoffs(shuffled, takeRows(values, row), {
      direction: directions.get(what) ?? 'higher',
      gate: { level: 'some', churners, freeNumbers: numbers },
    });
    if (found.type === 'suggested')
      scales.set(what, { cutoffs: [...found.cutoffs], points: [...found.points] });
  }
  const inGroups = (groups: readonly MeasureGroup[]): MeasureGroup[] =>
    groups.map((group) => ({
      ...group,
      measures: group.measures.map((measure) => {
        const scale = scales.get(measure.measureId);
        return scale === undefined ? measure : { ...measure, scale: { type: 'bins' as const, ...scale } };
      }),
    }));
  const { variants } = scorecard;
  return {
    ...scorecard,
    groups: inGroups(scorecard.groups),
    ...(variants && { variants: variants.map((own) => ({ ...own, groups: inGroups(own.groups) })) }),
  };
}

function* relearnWeights(
  { columns, context, asOfDays, settings }: LearntDesign,
  card: Card,
  { shuffled, row }: { readonly shuffled: Shuffled; readonly row: Int32Array },
): Generator<number, Card, void> {
  const byId = new Map(card.groups.flatMap((group) => group.measures).map((m) => [m.measureId, m]));
  const points = partPoints(card.groups, (id) => pointsOfRows(byId.get(id)!, { columns, context, row }));
  const churners = countChurnedAccounts(shuffled);
  const found = yield* suggestWeightsSteps(shuffled, points, {
    gate: { level: 'all', churners, freeNumbers: Number.POSITIVE_INFINITY },
    asOfDays,
    gapDays: settings.gapDays,
    horizonDays: settings.horizonDays,
  });
  const percents = percentsTaken(found);
  return percents === null ? card : { ...card, groups: withPartPercents(card.groups, percents) };
}

function percentsTaken(found: WeightSuggestions): readonly number[] | null {
  if (found.type === 'gated') return null;
  const offered = ({ type, ...rest }: LearntWeights) =>
    type === 'offered' && 'percents' in rest ? rest.percents : null;
  return offered(found.ridge) ?? offered(found.byAuc) ?? found.equal.percents;
}
