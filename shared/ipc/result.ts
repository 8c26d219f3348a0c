/** Every expected failure, by name. The renderer turns each into a sentence in one file per language. */
export const errorCodes = [
  'badRequest', // payload does not fit the contract
  'unknownChannel',
  'internal', // a broken promise; details are in the log, not here
  'notHere', // this host has no such port (for example, no file dialog in the browser)
  'cancelled',
  'noWorkspace',
  'alreadyExists',
  'notFound',
  'readOnly',
  'notAWorkspace',
  'workspaceDamaged',
  'workspaceTooNew',
  'workspaceTooLarge',
  'workspaceLocked',
  'workspaceChangedOutside',
  'diskFull',
  'diskReadOnly',
  'folderMissing',
  'diskFailed',
  'fileMissing',
  'exportInvalid',
  'fileTooLarge',
  'fileEmpty',
  'fileNotText',
  'tooManyColumns',
  'tooManyEvents', // a column of texts taken for event names
  'cellTooLarge',
  'mappingIncomplete',
  'unknownAccounts',
  'batchReplaced', // a newer import stands in its place
  'unknownAccount',
  'nothingToUndo',
  'nothingToRedo',
  'noData',
  'noMeasures',
  'tooManySteps',
  'sealMature', // every outcome of the horizon is known: a back-test, not a prediction
  'sealAhead', // the as-of date is later than what is known
  'sealWaiting', // outcomes of the horizon are not known yet
  'sealChanged', // the stored seal does not have its fingerprint any more
  'versionChanged', // measures of a version were changed since it was saved
  'alreadyFrozen',
  'engineStopped',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure a person can act on: what failed, and the values its sentence needs (row, column, file, limit). */
export interface AppError {
  readonly code: ErrorCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** Wraps a value that was obtained as promised. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an expected failure; `detail` carries what the sentence on screen needs, never a path or a stack. */
export function fail(code: ErrorCode, detail?: Readonly<Record<string, string | number>>): Result<never> {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
