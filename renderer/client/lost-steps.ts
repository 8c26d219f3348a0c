import type { DesignChange, DesignStep } from './design-store.ts';

/** A step of the design as this window did it. */
export type DoneStep = {
  readonly step: DesignStep;
  /** The design's revision after it; null = the engine ended before it answered. */
  readonly revision: number | null;
} & (
  | { readonly kind: 'design.commit'; readonly changes: readonly DesignChange[] }
  | { readonly kind: 'design.undo' | 'design.redo' }
);

/** The steps that a design of this revision doesn't have: those that came after it, and those never answered. */
export function lostSteps(done: readonly DoneStep[], revision: number): DoneStep[] {
  return done.filter((step) => step.revision === null || step.revision > revision);
}
