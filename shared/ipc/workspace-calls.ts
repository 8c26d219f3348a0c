import { z } from 'zod';
import { fileName, nothing, taskId, token } from '../schemas/messages.ts';
import {
  comparedFileSchema,
  refusedFileSchema,
  savedCopySchema,
  workspaceStateSchema,
} from '../schemas/workspace-state.ts';

/** Calls about the workspace file: part of `contract.ts`. */
export const workspaceCalls = {
  'workspace.state': {
    input: nothing,
    output: z.strictObject({
      open: workspaceStateSchema.nullable(),
      /** The last file that was asked for and not opened, until the person has answered. */
      refused: refusedFileSchema.nullable(),
      host: z.enum(['loopback', 'electron']),
      folderName: z.string(),
    }),
  },
  'workspace.recents': {
    input: nothing,
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          token,
          name: z.string(),
          fileName: z.string(),
          sizeBytes: z.number(),
          accounts: z.int().nullable(),
          lastOpenedAt: z.number().nullable(),
          missing: z.boolean(),
        }),
      ),
    }),
  },
  'workspace.create': { input: z.strictObject({ name: fileName }), output: workspaceStateSchema },
  /** A file that cannot be opened leaves the open workspace as it is and is named in `workspace.state`. */
  'workspace.open': { input: z.strictObject({ token }), output: workspaceStateSchema },
  /** Puts the refused file's backup in its place; the refused file is kept beside it under another name. */
  'workspace.openRefusedBackup': {
    input: nothing,
    output: z.strictObject({ state: workspaceStateSchema, keptAs: z.string().nullable() }),
  },
  'workspace.dismissRefused': { input: nothing, output: nothing },
  'workspace.openSample': {
    input: z.strictObject({ language: z.enum(['ja', 'en']), taskId }),
    output: workspaceStateSchema,
  },
  'workspace.saveAs': { input: z.strictObject({ name: fileName }), output: workspaceStateSchema },
  /** `replaceChanged`: overwrites a file that somebody else changed; theirs becomes a backup first. */
  'workspace.save': {
    input: z.strictObject({ replaceChanged: z.boolean().optional() }),
    output: workspaceStateSchema,
  },
  /** Drops what is unsaved (it becomes a backup) and opens the file as it is on disk now. */
  'workspace.reopen': { input: nothing, output: workspaceStateSchema },
  'workspace.close': { input: nothing, output: nothing },
  'workspace.backups': { input: nothing, output: z.strictObject({ items: z.array(savedCopySchema) }) },
  'workspace.restoreBackup': { input: z.strictObject({ token }), output: workspaceStateSchema },
  /** The open file counts as what was last saved here from now on. */
  'workspace.keepThis': { input: nothing, output: workspaceStateSchema },
  /** The open file beside what was last saved here; null when no backup of it is left. */
  'workspace.compareSaved': {
    input: nothing,
    output: z.strictObject({
      here: comparedFileSchema,
      saved: comparedFileSchema.extend({ token, exact: z.boolean() }).nullable(),
    }),
  },
  /** Removes the file and all that this machine keeps about it; nothing brings it back. */
  'workspace.deleteData': { input: z.strictObject({ token }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
