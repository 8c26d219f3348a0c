import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scale, Scorecard } from '../../../shared/schemas/scorecard.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';
import type { Section } from './sections.ts';
import type { DraftActions } from './use-scorecard-draft.ts';
import type { Suggestion } from './use-suggestion.ts';

/** What the columns of the builder share: the draft and its edits, the measures around it and the selected one. */
export interface ScorecardParts {
  /** With the groups of the scope: everyone's, or those of the variant that is edited. */
  readonly card: Scorecard;
  /** Edits of groups and measures of the scope. */
  readonly actions: DraftActions;
  /** The scorecard itself, and the edits of all but groups. */
  readonly whole: Scorecard;
  readonly wholeActions: DraftActions;
  /** Brings an edit of the scope's groups to the whole scorecard. */
  readonly lift: (edit: ScorecardEdit) => ScorecardEdit;
  /** Id of the variant that is edited; null = everyone's groups. */
  readonly scope: string | null;
  readonly setScope: (variantId: string | null) => void;
  readonly measures: readonly Measure[];
  readonly nameOf: (measureId: string) => string;
  /** Null while they are computed. */
  readonly figuresOf: (measureId: string) => MeasureFigures | null;
  /** The scope's groups as they are stored, without what is only shown. */
  readonly savedCard: Scorecard;
  /** Without the change under the hand: a picture must not shift while a handle is dragged. */
  readonly savedScaleOf: (measureId: string) => Scale | null;
  /** The measure in the middle column; null while another part is open there. */
  readonly selectedId: string | null;
  readonly select: (measureId: string) => void;
  readonly section: Section | null;
  readonly openSection: (section: Section) => void;
  readonly suggestion: Suggestion;
}
