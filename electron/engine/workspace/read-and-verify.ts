import { readFileSync, statSync } from 'node:fs';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import { type ImageFacts, verifyImage } from '../store/verify-image.ts';
import { failFromDisk, systemCode } from './disk-error.ts';
import { type KnownFile, sha256Of } from './save-image.ts';

export interface ReadInput {
  readonly path: string;
  readonly maximumBytes: number;
  /** False where only the verdict is wanted. */
  readonly wantImage: boolean;
}

export interface CheckedFile {
  readonly facts: ImageFacts;
  readonly file: KnownFile;
  readonly image: Uint8Array | null;
}

/** Reads a file whole and verifies it; `onRead` is called between the two, for the time limit of the second. */
export async function readAndVerify(input: ReadInput, onRead: () => void): Promise<Result<CheckedFile>> {
  const read = readWhole(input);
  onRead();
  if (!read.ok) return read;
  const { image, file } = read.value;
  const facts = await verifyImage(image);
  if (!facts.ok) return facts;
  return succeed({ facts: facts.value, file, image: input.wantImage ? image : null });
}

function readWhole(input: ReadInput): Result<{ image: Uint8Array; file: KnownFile }> {
  try {
    const stat = statSync(input.path);
    if (!stat.isFile()) return fail('notAWorkspace');
    if (stat.size > input.maximumBytes) return fail('workspaceTooLarge', { sizeBytes: stat.size });
    const image = new Uint8Array(readFileSync(input.path));
    const file = { sizeBytes: image.length, mtimeMs: stat.mtimeMs, sha256: sha256Of(image) };
    return succeed({ image, file });
  } catch (cause) {
    return systemCode(cause) === 'ENOENT' ? fail('fileMissing') : failFromDisk(cause);
  }
}
