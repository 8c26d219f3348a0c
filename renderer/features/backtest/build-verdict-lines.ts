import type { BacktestFigures, Estimate, WindowFigures } from '../../../shared/schemas/figures.ts';
import type { Term } from '../../ui/explained.tsx';
import { quoteBaseline, type Words } from './build-verdict-sentence.ts';
import { roundsApart } from './round-digits.ts';

/** One of the numbers behind the verdict. */
export interface VerdictLine {
  readonly key: string;
  readonly label: string;
  readonly term: Term;
  readonly estimate: Estimate | null;
  readonly isDifference?: boolean;
  readonly isOptimistic?: boolean;
  readonly churners: number;
  readonly window?: 'design';
}

/** This score, the baseline that decided, their difference, and the design window's score beside them. */
export function buildVerdictLines(
  figures: BacktestFigures,
  window: WindowFigures | null,
  t: Words,
): VerdictLine[] {
  const isOptimistic = figures.test === null;
  const { verdict, baselines, design, test } = figures;
  const churners = window?.churners ?? 0;
  const lines: VerdictLine[] = [
    {
      key: 'score',
      label: `AUC · ${t('verdict.score')}`,
      term: 'auc',
      estimate: window?.auc ?? null,
      isOptimistic,
      churners,
    },
  ];
  const decider = baselines.find((baseline) => baseline.key === verdict.decidedBy);
  if (decider !== undefined) {
    const baseline = quoteBaseline(decider.key, t);
    lines.push({
      key: 'baseline',
      term: 'baseline',
      label: `AUC · ${baseline}`,
      estimate: decider.auc,
      churners,
    });
    lines.push({
      key: 'difference',
      label: t('verdict.difference', { baseline }),
      term: 'aucDifference',
      estimate: decider.difference,
      isDifference: true,
      churners,
    });
  }
  if (test !== null && design !== null) {
    lines.push({
      key: 'design',
      term: 'optimistic',
      label: `AUC · ${t('verdict.scoreDesign')}`,
      estimate: design.auc,
      isOptimistic: true,
      churners: design.churners,
      window: 'design',
    });
  }
  return lines;
}

/** True where the score, the baseline and their difference, as they are written, do not add up. */
export function areRoundedApart([score, baseline, difference]: readonly VerdictLine[]): boolean {
  return (
    difference?.isDifference === true &&
    roundsApart(score?.estimate?.value, baseline?.estimate?.value, difference.estimate?.value)
  );
}
