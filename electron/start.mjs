// What `npm start` runs, on a fresh clone too: plain JavaScript, nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, checkNode, giveUp, installPackages, rerunWithBundledNode, root, say } from './prepare.mjs';

const downloadLimitMs = 60_000;
const args = process.argv.slice(2);
const host = chosenHost();

checkNode();
installPackages();
build();
if (!rerunWithBundledNode(fileURLToPath(import.meta.url))) await startHost();

async function startHost() {
  const reason = await whyNotElectron();
  if (reason === null) return startElectron();
  if (host === 'electron') giveUp(`Electron can't be started: ${reason}.`);
  await startLoopback(reason);
}

/** Why the loopback host runs instead, as a clause; null when Electron is there. */
async function whyNotElectron() {
  if (host === 'loopback') return 'as asked';
  // With an address to print, a port or no window, only the loopback host can do what was asked.
  if (args.some((arg) => /^--(no-open|port)(=|$)/.test(arg)))
    return 'Electron always opens a window of its own';
  if (process.platform === 'linux' && process.getuid() === 0) return 'Electron refuses to run as root';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'there is no display';
  }
  if (electronProgram() !== null) return null;
  await downloadElectron();
  return electronProgram() === null ? "Electron's program could not be downloaded" : null;
}

/** Looks without `require('electron')`, which would start a download of its own. */
function electronProgram() {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

function downloadElectron() {
  say(`Downloading Electron (first start only, at most ${downloadLimitMs / 1000} s) …`);
  const startedAt = Date.now();
  // The program behind `npx install-electron`.
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const child = spawn(process.execPath, [script], { cwd: root, stdio: 'ignore' });
  const isTerminal = process.stdout.isTTY === true;
  const progress = setInterval(() => {
    if (isTerminal) process.stdout.write(`\r  ${Math.round((Date.now() - startedAt) / 1000)} s `);
  }, 1000);
  const limit = setTimeout(() => child.kill('SIGKILL'), downloadLimitMs);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(progress);
      clearTimeout(limit);
      if (isTerminal) process.stdout.write('\r');
      resolve();
    };
    child.once('error', end);
    child.once('exit', end);
  });
}

function startElectron() {
  say('Starting Myaku in Electron …');
  const startedAt = Date.now();
  const child = spawn(electronProgram(), [root, ...withoutHost()], { stdio: 'inherit' });
  const diedAtOnce = (code) => code !== 0 && Date.now() - startedAt < 5000;
  const fallBack = () => startLoopback('Electron ended at once');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', fallBack);
  child.once('exit', (code) => {
    if (host !== 'electron' && diedAtOnce(code)) fallBack();
    else process.exit(code ?? 1);
  });
}

async function startLoopback(reason) {
  say(`Starting Myaku in the browser (${reason}) …`);
  const program = join(root, 'dist', 'loopback', 'loopback.mjs');
  process.argv = [process.execPath, program, ...withoutHost()];
  await import(pathToFileURL(program).href);
}

function chosenHost() {
  const chosen = args.find((arg) => arg.startsWith('--host='))?.slice('--host='.length) ?? 'any';
  if (!['any', 'electron', 'loopback'].includes(chosen)) giveUp('--host takes electron or loopback.');
  return chosen;
}

function withoutHost() {
  return args.filter((arg) => !arg.startsWith('--host='));
}
