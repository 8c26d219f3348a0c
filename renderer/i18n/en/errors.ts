import type { SameKeys } from '../catalogue.ts';
import type { jaErrors } from '../ja/errors.ts';

export const enErrors: SameKeys<typeof jaErrors> = {
  badRequest: 'This action did not fit what Myaku expects and was not run. Reopen the page and try again.',
  unknownChannel: 'The Myaku that is running does not know this action. Start Myaku again.',
  internal:
    'Something unexpected went wrong. No data was lost. Try again; if it happens again, look in the log.',
  notHere: 'This way does not work here. Use the other way shown on the page.',
  cancelled: 'Stopped. Nothing was changed.',
  noWorkspace: 'No workspace is open. Create or open one on Home.',
  alreadyExists: 'Something with this name exists already. Choose another name.',
  notFound: 'This could not be found; it may have been deleted. Open the list again.',
  readOnly: 'This workspace is read-only. "Save as" makes a copy that can be edited.',
  notAWorkspace:
    'What is in this file is not a Myaku workspace. Choose another .myaku file, or a backup where one is offered.',
  workspaceDamaged: 'This workspace file is damaged or cut off, so it was not opened.',
  workspaceTooNew: 'This workspace was saved by a newer Myaku. Update Myaku, then open it.',
  workspaceTooLarge:
    'This would make the workspace larger than 1 GB, so it was not done. Undo imports you no longer need.',
  workspaceLocked: 'This workspace is open in another Myaku. Close it there, then open it here.',
  workspaceChangedOutside:
    'The file was changed outside Myaku, so it was not overwritten. Use "Choose" at the top to decide.',
  diskFull:
    'The disk is full, so this was not saved. The last save is whole. Free some space and save again.',
  diskReadOnly: 'The folder can not be written to. The last save is whole. Use "Save as" in another folder.',
  folderMissing: 'The folder of this workspace is gone. Bring it back or use "Save as".',
  diskFailed: 'Writing to the disk failed. The last save is whole. Check the disk and save again.',
  exportInvalid:
    'Line {{line}} of "{{fileName}}" is not as it was exported. Import an export that was not edited. Nothing was changed.',
  fileMissing: 'The file can not be found. Check whether it was moved or deleted and choose it again.',
  fileTooLarge: 'The file is too large. Split it, for example by period, and import the parts.',
  fileEmpty: 'The file has no data rows. Check the program that exported it.',
  fileNotText: 'This file can not be read as text (CSV). Export it as CSV and choose that file.',
  tooManyEvents:
    'There are {{count}} different event names ({{limit}} at most). Check the event name column. If its names are very fine, such as addresses of screens, choose a coarser column or set it to “Not used”. Nothing was imported.',
  tooManyColumns: 'The file has too many columns (500 at most). Leave out columns you do not need.',
  cellTooLarge: 'One cell is too long (64 KiB at most). Shorten it and import again.',
  mappingIncomplete: 'A required column is not assigned yet. Choose the marked items under Columns.',
  batchReplaced: '“{{name}}” was imported in its place. Undo that import first.',
  unknownAccounts: 'Some account ids are not in the accounts file. Choose to add them or to skip them.',
  unknownAccount:
    'The data has no account “{{accountId}}”. Search by name or ID and choose one that is found.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  noData: 'The data for this is not here yet. Import files on the Data page.',
  noMeasures: 'The scorecard has no measures. Add some on the Scorecard page.',
  tooManySteps: 'Too many changes at once. Do them in smaller parts.',
  sealMature:
    'Every outcome of this horizon is known already: that would be a back-test, not a prediction. Choose a later as-of date or a longer horizon.',
  sealAhead: 'The data are not complete up to this as-of date yet. Choose a date up to known-through.',
  sealWaiting: 'Not all outcomes of this seal are known yet. Import newer data, then grade it.',
  sealChanged:
    'This seal has been changed after sealing, so no figures are given. An earlier backup may hold it whole.',
  versionChanged:
    'The measures of v{{number}} were changed after it was saved, so it would score otherwise. Save a new version and use that.',
  alreadyFrozen: 'v{{version}} is frozen already. End that freeze first.',
  engineStopped:
    'The connection to the calculating part broke. It is tried again by itself; if that fails, start Myaku again.',
};
