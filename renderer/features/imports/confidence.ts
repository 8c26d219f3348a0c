export type Confidence = 'high' | 'middle' | 'low';

/** A guess's confidence (0–1) in three words. */
export function confidenceOf(share: number): Confidence {
  if (share >= 0.75) return 'high';
  return share >= 0.5 ? 'middle' : 'low';
}
