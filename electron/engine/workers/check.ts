import { parentPort, workerData } from 'node:worker_threads';
import type { CheckInput } from '../workspace/check-file.ts';
import { readAndVerify } from '../workspace/read-and-verify.ts';

const input = workerData as CheckInput;
const outcome = await readAndVerify(input, () => parentPort?.postMessage({ type: 'read' }));
const transfer =
  outcome.ok && outcome.value.image !== null ? [outcome.value.image.buffer as ArrayBuffer] : [];
parentPort?.postMessage({ type: 'checked', outcome }, transfer);
