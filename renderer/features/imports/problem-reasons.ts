/** Why a row is not kept, as the engine names it. Each has a sentence in both languages. */
export const problemReasons = [
  'accountIdBlank',
  'unknownAccount',
  'keyUnknown',
  'keyAmbiguous',
  'dateInvalid',
  'dateBlank',
  'numberInvalid',
  'metricNameBlank',
  'outcomeKindUnknown',
  'booleanInvalid',
  'eventNameBlank',
  'nameTooLong',
  'quantityNegative',
  'scoreOutOfRange',
  'ratingOutOfRange',
  'termInvalid',
  'duplicateRow',
  'tooFewCells',
  'tooManyCells',
  'cellTooLarge',
  'nulCharacter',
  'malformedQuote',
  'unterminatedQuote',
] as const;

export type ProblemReason = (typeof problemReasons)[number] | 'other';

/** The reason a row is told with; one that a newer workspace names and this window doesn't know is `other`. */
export function reasonOf(text: string): ProblemReason {
  return problemReasons.find((reason) => reason === text) ?? 'other';
}
