import type { Measure } from '../../../shared/schemas/measure.ts';

/** Name of a measure; its id where it is gone. */
export function measureName(measures: readonly Measure[], id: string): string {
  return measures.find((measure) => measure.id === id)?.name ?? id;
}
