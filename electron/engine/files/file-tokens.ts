import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { HostFile } from '../engine.ts';

export interface TokenFile extends HostFile {
  readonly token: string;
  readonly sizeBytes: number;
}

/** Files by the token that the renderer holds instead of a path. Temporary files go with their token. */
export interface FileTokens {
  add(file: HostFile): Promise<TokenFile>;
  find(token: string): Result<TokenFile>;
  forget(token: string): Promise<void>;
  forgetAll(): Promise<void>;
}

export function createFileTokens(): FileTokens {
  const files = new Map<string, TokenFile>();
  const forget = async (token: string): Promise<void> => {
    const file = files.get(token);
    files.delete(token);
    if (file?.temporary) await rm(file.path, { force: true });
  };
  return {
    async add(file) {
      const { size } = await stat(file.path);
      const known = { ...file, token: randomBytes(16).toString('hex'), sizeBytes: size };
      files.set(known.token, known);
      return known;
    },
    find(token) {
      const file = files.get(token);
      return file === undefined ? fail('fileMissing') : succeed(file);
    },
    forget,
    async forgetAll() {
      for (const token of [...files.keys()]) await forget(token);
    },
  };
}
