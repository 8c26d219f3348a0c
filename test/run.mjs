// What `npm test` runs, on a fresh clone too. The last line is "N passed, N failed" (", N skipped" may follow).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, checkNode, installPackages, rerunWithBundledNode, root, say } from '../electron/prepare.mjs';
import { findChromium } from './helpers/find-chromium.mjs';

const cache = join(root, '.cache');
const isCi = Boolean(process.env.CI);
const totals = { passed: 0, failed: 0, skipped: 0 };

checkNode();
installPackages();
build();
if (!rerunWithBundledNode(fileURLToPath(import.meta.url))) runStages();

function runStages() {
  mkdirSync(cache, { recursive: true });
  const hasBrowser = provideChromium();
  runCheck('lint', program('@biomejs/biome', 'bin/biome'), ['check', '.']);
  for (const folder of ['shared', 'electron', 'renderer', 'test']) {
    runCheck(`types of ${folder}`, program('typescript', 'bin/tsc'), ['-p', folder]);
  }
  runUnitTests();
  if (hasBrowser) runBrowserTests();
  else skipBrowserTests();
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  process.exitCode = totals.failed > 0 ? 1 : 0;
  say(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
}

/** Lint and types count as a test only where they fail. */
function runCheck(name, script, args) {
  say(`— ${name}`);
  if (runNode(script, args) === 0) return;
  totals.failed += 1;
  say(`${name}: failed`);
}

function runUnitTests() {
  say('— tests (vitest)');
  const report = join(cache, 'vitest.json');
  rmSync(report, { force: true });
  const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = runNode(program('vitest', 'vitest.mjs'), flags);
  const result = readReport(report);
  const broken = (result?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  addUp('tests', status, {
    passed: result?.numPassedTests ?? 0,
    failed: (result?.numFailedTests ?? 0) + broken.length,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
}

function runBrowserTests() {
  say('— browser tests (Playwright)');
  const report = join(cache, 'playwright.json');
  rmSync(report, { force: true });
  const flags = ['test', '--config', join('test', 'playwright.config.ts')];
  const status = runNode(program('@playwright/test', 'cli.js'), flags);
  const result = readReport(report);
  for (const reason of skipReasons(result?.suites ?? [])) say(`skipped: ${reason}`);
  const stats = result?.stats;
  addUp('browser tests', status, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

function skipBrowserTests() {
  say('Browser tests need Chromium, Chrome or Edge: none was found and none could be installed.');
  if (isCi) totals.failed += 1;
  else totals.skipped += 1;
}

function skipReasons(suites) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const tests = suites.flatMap(specs).flatMap((spec) => spec.tests);
  const notes = tests.flatMap((test) => test.annotations).filter((note) => note.type === 'skip');
  return new Set(notes.map((note) => note.description ?? 'no reason given'));
}

/** A runner that failed without a failed test (a crash, no report) still counts as one failure. */
function addUp(name, status, counts) {
  const failed = status !== 0 && counts.failed === 0 ? 1 : counts.failed;
  totals.passed += counts.passed;
  totals.failed += failed;
  totals.skipped += counts.skipped;
  say(`${name}: ${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
}

function provideChromium() {
  if (findChromium() !== null) return true;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium and a Japanese font for the browser tests (apt-get install) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['-qq', 'update'], env);
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], env);
    if (findChromium() !== null) return true;
  }
  say('Installing a Chromium for the browser tests (playwright install chromium) …');
  return runNode(program('@playwright/test', 'cli.js'), ['install', 'chromium']) === 0;
}

function program(name, path) {
  return join(root, 'node_modules', name, path);
}

function runNode(script, args) {
  return run(process.execPath, [script, ...args], process.env);
}

function run(command, args, env) {
  // The Node in use comes first for whatever the children start.
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = `${dirname(process.execPath)}${separator}${env.PATH ?? ''}`;
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, PATH: path },
  });
  return result.status ?? 1;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
