import { parentPort } from 'node:worker_threads';
import { openDatabase } from '../store/open-database.ts';
import { backUpFile } from '../workspace/back-up-file.ts';
import type { DiskCall, DiskReply } from '../workspace/disk-client.ts';
import { saveImage } from '../workspace/save-image.ts';

/** SQLite is compiled while nobody waits, not during the first save. */
let queue: Promise<void> = openDatabase().then((database) => database.close());

parentPort?.on('message', (call: DiskCall) => {
  queue = queue.then(() => answer(call));
});

/** One at a time, in the order asked. Anything unexpected ends the worker; the client answers for it. */
async function answer(call: DiskCall): Promise<void> {
  const outcome =
    call.task.type === 'save' ? await saveImage(call.task.request) : backUpFile(call.task.request);
  const reply: DiskReply = { id: call.id, outcome };
  parentPort?.postMessage(reply);
}
