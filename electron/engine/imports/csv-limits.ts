import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';

/** Limits of design.md §13; only the file size may be raised by the user. */
export const csvLimits = {
  fileBytes: 200 * 1024 * 1024,
  /** Where the person raised it for this file. */
  largeFileBytes: 2 * 1024 * 1024 * 1024,
  columns: 500,
  cellCharacters: 64 * 1024,
  /** A row still open after this many characters has lost a closing quote. */
  openRowCharacters: 4 * 1024 * 1024,
} as const;

/** Largest file that is read under a plan. */
export function fileLimit({ allowLarge }: Pick<ImportPlan, 'allowLarge'>): number {
  return allowLarge === true ? csvLimits.largeFileBytes : csvLimits.fileBytes;
}
