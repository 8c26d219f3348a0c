import type { MissingChoice, MissingFigures } from '../schemas/lab-checks.ts';
import { missingChoices } from '../schemas/lab-checks.ts';
import { isHopedFor, type SoughtOutcome } from '../schemas/outcome-kinds.ts';
import type { MeasureGroup, MissingPolicy, Scorecard } from '../schemas/scorecard.ts';
import { bandOfScores } from '../scoring/find-band.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../scoring/live-scorer.ts';
import { coverageShares } from '../scoring/score-account.ts';
import { runToEnd } from '../statistics/run-to-end.ts';
import { sameDateAuc } from '../statistics/same-date-auc.ts';
import { fromAlarmSide } from './alarm-side.ts';
import { horizonOverlap } from './band-figures.ts';
import { judgedRows, type LabInput, rateOf } from './lab-input.ts';
import { decisionRows, toEstimate } from './window-figures.ts';
import { selectRows, selectScored, type WindowRows } from './window-rows.ts';

export interface MissingInput extends Pick<LabInput, 'panel' | 'windows'> {
  readonly settings: LabInput['settings'] & { readonly outcome?: SoughtOutcome | undefined };
  readonly daysBetween: number;
  readonly scorecard: Scorecard;
  /** Values by measure id and panel row. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly context: RowContext | null;
}

/**
 * Does the result hang on how gaps are filled? The figures behind the verdict on the judged window with the scorecard as
 * it is, with every measure under each plain policy, and on the rows where no weighted measure is missing. Beside them
 * how often each measure is missing in churned and in kept rows (Wilson on rows ÷ overlap), and the AUC of having a value:
 * where its interval leaves .5, a gap itself tells something. Policies inside variants follow too.
 */
export function computeMissingLab(input: MissingInput): MissingFigures {
  return runToEnd(missingLabSteps(input));
}

/** computeMissingLab one policy or measure a step; says the share that is done. */
export function* missingLabSteps(input: MissingInput): Generator<number, MissingFigures, void> {
  const rows = judgedRows(input);
  const needed = weightedMeasures(input.scorecard).map((id) => input.columns.get(id));
  const complete = rows.row.filter((r) => needed.every((values) => !Number.isNaN(values?.[r] ?? Number.NaN)));
  const ids = weightedMeasures(input.scorecard);
  const steps = missingChoices.length + ids.length;
  const choices: MissingFigures['choices'] = [];
  for (const choice of missingChoices) {
    yield choices.length / steps;
    const of = choice === 'complete' ? selectRows(input.panel, complete) : rows;
    choices.push(describeChoice(input, choice, of));
  }
  const measures: MissingFigures['measures'] = [];
  for (const id of ids) {
    yield (choices.length + measures.length) / steps;
    measures.push(describeMeasure(input, id, rows));
  }
  return {
    reason: rows.row.length === 0 ? 'noRows' : null,
    rows: rows.row.length,
    accounts: new Set(rows.account).size,
    churners: decisionRows(input.panel, rows).length,
    choices,
    measures,
  };
}

/** The scorecard with one policy for all of its measures. */
export function withMissingPolicy(scorecard: Scorecard, missing: MissingPolicy): Scorecard {
  const inGroups = (groups: readonly MeasureGroup[]): MeasureGroup[] =>
    groups.map((group) => ({
      ...group,
      measures: group.measures.map((measure) => ({ ...measure, missing })),
    }));
  return {
    ...scorecard,
    groups: inGroups(scorecard.groups),
    ...(scorecard.variants !== undefined && {
      variants: scorecard.variants.map((variant) => ({ ...variant, groups: inGroups(variant.groups) })),
    }),
  };
}

function describeChoice(
  input: MissingInput,
  choice: MissingChoice,
  rows: WindowRows,
): MissingFigures['choices'][number] {
  const { panel, scorecard, columns, context, settings } = input;
  const design =
    choice === 'asSet' || choice === 'complete' ? scorecard : withMissingPolicy(scorecard, { type: choice });
  const { scores, bands } = fromAlarmSide(settings.outcome, {
    scores: new LiveScorer(columns, panel.account.length, context).score(design),
    bands: scorecard.bands,
  });
  const scored = selectScored(rows, scores);
  const decisions = decisionRows(panel, rows);
  const bandOf = bandOfScores(bands);
  const isAlarm = (r: number) => scores[r] !== NOT_SCORED && bands[bandOf[scores[r]!]!]!.alarm;
  const counts = new Int32Array(bands.length);
  for (const score of scored.bucket) counts[bandOf[score]!]!++;
  const inBands = bands.map(({ id }, b) => ({ bandId: id, rows: counts[b]! }));
  return {
    choice,
    rows: scored.row.length,
    unscoredRows: rows.row.length - scored.row.length,
    churners: decisions.length,
    unscoredChurners: decisions.filter((r) => scores[r] === NOT_SCORED).length,
    auc: toEstimate(sameDateAuc(scored)),
    catchRate: rateOf(decisions.filter(isAlarm).length, decisions.length),
    bands: isHopedFor(settings.outcome) ? inBands.reverse() : inBands,
  };
}

function describeMeasure(
  { panel, columns, settings, daysBetween }: MissingInput,
  measureId: string,
  rows: WindowRows,
): MissingFigures['measures'][number] {
  const values = columns.get(measureId);
  const isMissing = (r: number) => Number.isNaN(values?.[r] ?? Number.NaN);
  const overlap = horizonOverlap(settings.horizonDays, daysBetween);
  const side = (positive: number) => {
    let [missing, all] = [0, 0];
    for (let i = 0; i < rows.row.length; i++) {
      if (rows.positive[i] !== positive) continue;
      all++;
      if (isMissing(rows.row[i]!)) missing++;
    }
    return rateOf(missing, all, overlap);
  };
  const bucket = Uint16Array.from(rows.row, (r) => (isMissing(r) ? 0 : 1));
  const { account, snapshot, positive } = rows;
  const all = { account, snapshot, positive, snapshotCount: panel.asOfDays.length };
  return {
    measureId,
    churned: side(1),
    kept: side(0),
    auc: toEstimate(sameDateAuc({ ...all, bucket })),
  };
}

/** Measures with a share of the weight in the scorecard or one of its variants, once each. */
function weightedMeasures(scorecard: Scorecard): string[] {
  const shares = coverageShares(scorecard);
  const ids = scorecard.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
  const used = ids.filter((_, m) => shares[m]! > 0);
  const inVariants = (scorecard.variants ?? []).flatMap((variant) =>
    variant.groups.flatMap((group) =>
      group.measures.flatMap(({ measureId, weight }) => (weight > 0 ? measureId : [])),
    ),
  );
  return [...new Set([...used, ...inVariants])];
}
