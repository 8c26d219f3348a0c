// What `npm run bench` runs: every bench of this folder, or those named (`npm run bench -- scoring`), one by one,
// each in its own process so that none warms up or fills the memory of another. A bench prints its own tables.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rerunWithBundledNode } from '../../electron/prepare.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
/** A bench is `<name>.ts` here; it prints its tables when run by itself. */
const benches = ['scoring', 'live', 'lab', 'import', 'import-growth', 'workspace'];

if (!rerunWithBundledNode(fileURLToPath(import.meta.url))) runBenches(process.argv.slice(2));

function runBenches(names) {
  const wanted = names.length > 0 ? names : benches.filter((name) => existsSync(fileOf(name)));
  for (const name of wanted) {
    if (!existsSync(fileOf(name))) {
      console.error(`There is no bench "${name}" (looked for test/bench/${name}.ts).`);
      process.exitCode = 1;
      continue;
    }
    const result = spawnSync(process.execPath, [fileOf(name)], { stdio: 'inherit' });
    if (result.status !== 0) process.exitCode = 1;
  }
}

function fileOf(name) {
  return join(folder, `${name}.ts`);
}
