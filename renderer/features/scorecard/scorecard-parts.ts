import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scale, Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { DraftActions } from './use-scorecard-draft.ts';

/** What the columns of the builder share: the draft and its edits, the measures around it and the selected one. */
export interface ScorecardParts {
  readonly card: Scorecard;
  readonly actions: DraftActions;
  readonly measures: readonly Measure[];
  readonly nameOf: (measureId: string) => string;
  /** Null while they are computed. */
  readonly figuresOf: (measureId: string) => MeasureFigures | null;
  /** Without the change under the hand: a picture must not shift while a handle is dragged. */
  readonly savedScaleOf: (measureId: string) => Scale | null;
  readonly selectedId: string | null;
  readonly select: (measureId: string) => void;
}
