// What `npm run dev` runs: Vite serves the renderer with hot reload and passes everything else to the loopback host,
// which is the built one with all its rules. `--host=electron` starts the Electron app on the same Vite server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { checkNode, giveUp, installPackages, rerunWithBundledNode, root, say } from './prepare.mjs';

const hostOrigin = /http:\/\/127\.0\.0\.1:(\d+)/;
const isElectron = process.argv.includes('--host=electron');
const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--host='));

checkNode();
installPackages();
if (!rerunWithBundledNode(fileURLToPath(import.meta.url))) await develop();

async function develop() {
  await buildHost();
  const server = { port: 0, viteOrigin: '', process: undefined };
  if (!isElectron) await startLoopback(server);
  server.viteOrigin = await serveRenderer(server.port);
  if (isElectron) startElectron(server);
  else
    say(`Open this address in a browser: ${server.viteOrigin}/${server.fragment}  (Enter prints a new one)`);
  restartOnChange(server);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      server.isEnding = true;
      server.process.once('exit', () => process.exit(0));
      if (!server.process.kill('SIGINT')) process.exit(0);
    });
  }
}

async function buildHost() {
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  for (const name of isElectron ? ['workers', 'preload', 'main'] : ['workers', 'loopback']) {
    await builder.build(builder.environments[name]);
  }
}

/** The host sees its own Host and Origin, so it needs no rule less for development. */
async function serveRenderer(port) {
  const { createServer } = await import('vite');
  // The build before has set it to production, where components reload the whole page.
  process.env.NODE_ENV = 'development';
  const target = `http://127.0.0.1:${port}`;
  const proxied = {
    target,
    ws: true,
    changeOrigin: true,
    rewriteWsOrigin: true,
    configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', target)),
  };
  const paths = ['/session', '/upload', '/download', '/socket'];
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    server: {
      host: '127.0.0.1',
      proxy: isElectron ? {} : Object.fromEntries(paths.map((path) => [`^${path}(/|\\?|$)`, proxied])),
    },
  });
  await vite.listen();
  return `http://127.0.0.1:${vite.httpServer.address().port}`;
}

/** Starts the host and resolves once it has printed its address; what it prints names Vite's origin instead. */
function startLoopback(server) {
  const program = join(root, 'dist', 'loopback', 'loopback.mjs');
  server.process = spawn(process.execPath, [program, '--no-open', `--port=${server.port}`, ...args], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    createInterface({ input: server.process.stdout }).on('line', (line) => {
      const isFirst = server.viteOrigin === '';
      if (!isFirst) say(line.replace(hostOrigin, server.viteOrigin));
      const port = hostOrigin.exec(line)?.[1];
      if (port === undefined) return;
      server.port = Number(port);
      server.fragment = /#token=[\w-]+/.exec(line)?.[0] ?? '';
      resolve();
    });
    server.process.once('exit', (code) => {
      if (!server.isEnding && !server.isRestarting) process.exit(code ?? 1);
    });
  });
}

function startElectron(server) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile))
    giveUp('Electron is not downloaded yet: run npm start once, or npx install-electron.');
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  const env = { ...process.env, MYAKU_RENDERER_URL: `${server.viteOrigin}/` };
  server.process = spawn(program, [root, ...args], { stdio: 'inherit', env });
  server.process.once('exit', (code) => {
    if (!server.isRestarting) process.exit(code ?? 0);
  });
}

/** The engine and the host are not reloaded while hot: they save, end, and start again on the same port. */
function restartOnChange(server) {
  let timer;
  const restart = async () => {
    say('The engine or the host changed: building …');
    try {
      await buildHost();
    } catch (error) {
      return say(`Not built: ${error.message}`);
    }
    server.isRestarting = true;
    const ended = once(server.process, 'exit');
    if (server.process.kill('SIGTERM')) await ended;
    server.isRestarting = false;
    if (isElectron) startElectron(server);
    else await startLoopback(server);
  };
  for (const folder of ['electron', 'shared']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(restart, 400);
    });
  }
}
