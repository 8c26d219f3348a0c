import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import type { DesignDocument, DesignMove } from '../client/design-store.ts';
import { selectedCard } from '../client/use-design.ts';

/** The scorecard a step changes, where another one is shown; null where it is in view or not there. */
export function cardOutOfView(
  step: DesignMove,
  design: DesignDocument | null,
  selected: string | null,
): Scorecard | null {
  if (selectedCard(design, selected)?.id === step.scorecardId) return null;
  return design?.scorecards.find(({ id }) => id === step.scorecardId) ?? null;
}
