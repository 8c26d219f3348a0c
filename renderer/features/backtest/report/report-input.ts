import type { TFunction } from 'i18next';
import { horizonOverlap } from '../../../../shared/backtest/band-figures.ts';
import type { ChannelOutput } from '../../../../shared/ipc/contract.ts';
import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import type { MissingFigures } from '../../../../shared/schemas/lab-checks.ts';
import type { Measure } from '../../../../shared/schemas/measure.ts';
import { isHopedFor } from '../../../../shared/schemas/outcome-kinds.ts';
import type { DataFinding } from '../../../../shared/schemas/workspace-state.ts';
import type { Format } from '../../../format/use-format.ts';
import type { Language } from '../../../i18n/language.ts';
import type { Words } from '../build-verdict-sentence.ts';
import type { Luck } from '../checks/luck-note.tsx';
import type { LabOutput } from '../lab/lab-context.ts';
import { alarmBoundOf, type RunOutput } from '../run-context.ts';

/** The words of a report, all in its own language and of the outcome that is looked for. */
export interface ReportWords {
  readonly language: Language;
  readonly t: Words;
  readonly scorecard: TFunction<'scorecard'>;
  readonly data: TFunction<'data'>;
  readonly explain: TFunction<'explain'>;
  readonly format: Format;
  readonly describe: (measure: Measure) => string;
}

/** Everything a report is made from; the same input gives the same text. */
export interface ReportInput {
  readonly words: ReportWords;
  readonly output: RunOutput;
  readonly facts: ChannelOutput<'reports.facts'>;
  /** Null = could not be computed: the parts that need it say so. */
  readonly lab: LabOutput | null;
  readonly gaps: MissingFigures | null;
  readonly luck: Luck | null;
  readonly workspace: string;
  readonly findings: readonly DataFinding[];
  readonly madeAtMs: number;
  readonly appVersion: string;
  /** Whether cases bear the names of their accounts. */
  readonly showsNames: boolean;
}

/** The input with what every part asks for: the headline window, and the alarm's bound in tenths from the alarm side. */
export interface ReportView extends ReportInput {
  readonly window: WindowFigures | null;
  readonly isOptimistic: boolean;
  readonly overlap: number;
  readonly bound: number;
  /** A threshold in tenths as people read it: points 0–100. */
  readonly shown: (tenths: number) => number;
  readonly measureName: (id: string) => string;
}

export function viewOf(input: ReportInput): ReportView {
  const { figures } = input.output;
  const { settings } = figures;
  const names = new Map(input.facts.measures.map(({ id, name }) => [id, name]));
  return {
    ...input,
    window: figures.test ?? figures.design,
    isOptimistic: figures.test === null,
    overlap: horizonOverlap(settings.horizonDays, figures.daysBetween),
    bound: alarmBoundOf(input.output),
    shown: isHopedFor(settings.outcome) ? (tenths) => (1001 - tenths) / 10 : (tenths) => tenths / 10,
    measureName: (id) => names.get(id) ?? input.words.t('report.design.gone'),
  };
}
