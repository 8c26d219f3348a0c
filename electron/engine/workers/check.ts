import { parentPort, workerData } from 'node:worker_threads';
import type { CheckInput } from '../workspace/check-file.ts';
import { readAndVerify } from '../workspace/read-and-verify.ts';

void check(workerData as CheckInput);

/** One file, one answer; the parent ends this worker either way. */
async function check(input: CheckInput): Promise<void> {
  const outcome = await readAndVerify(input, () => parentPort?.postMessage({ type: 'read' }));
  const image = outcome.ok ? outcome.value.image : null;
  parentPort?.postMessage({ type: 'checked', outcome }, image === null ? [] : [image.buffer as ArrayBuffer]);
}
