import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'myaku-package-'));
const packed = join(folder, 'release', 'linux-unpacked');
const archive = join(packed, 'resources', 'app.asar');

beforeAll(async () => {
  if (!existsSync(join(project, 'dist', 'main', 'main.js'))) {
    execFileSync('npx', ['vite', 'build', '--app'], { cwd: project, stdio: 'ignore' });
  }
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: join(project, 'electron-builder.yml'),
      electronDist: makeDummyElectron(),
      electronVersion: readJson('node_modules/electron/package.json').version,
      directories: {
        output: join(folder, 'release'),
        buildResources: join(project, 'electron/shell/resources'),
      },
    },
  });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('package', () => {
  it('holds the built app and package.json, and nothing else', () => {
    expect(packedFiles()).toEqual(['package.json', ...builtFiles()].sort());
  });

  it('holds only the kinds of file that each part of the app is made of', () => {
    const expected = [
      /^package\.json$/,
      /^dist\/main\/[\w-]+\.js$/,
      /^dist\/preload\/preload\.cjs$/,
      /^dist\/renderer\/index\.html$/,
      /^dist\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/,
      /^dist\/workers\/[\w-]+\.cjs$/,
      /^dist\/workers\/[\w-]+\.wasm$/,
      /^dist\/loopback\/[\w-]+\.mjs$/,
    ];
    const strangers = packedFiles().filter((name) => !expected.some((pattern) => pattern.test(name)));
    expect(strangers).toEqual([]);
  });

  it('holds SQLite once, and every worker', () => {
    const names = packedFiles();
    expect(names.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
    for (const worker of ['engine', 'compute', 'disk', 'check'])
      expect(names).toContain(`dist/workers/${worker}.cjs`);
  });

  it('holds no test, no source map, no node_modules and no second build of sql.js', () => {
    const unwanted =
      /(^|\/)test(s)?\/|\.test\.|\.map$|\.tsx?$|node_modules|sql-asm|debug|fixtures|\.csv$|\.myaku$/;
    expect(packedFiles().filter((name) => unwanted.test(name))).toEqual([]);
  });

  it('ships the two languages of the app and no file beside the archive', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ja.pak']);
    expect(readdirSync(join(packed, 'resources'))).toEqual(['app.asar']);
  });

  it('names no script and no development dependency', () => {
    const shipped = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(shipped).toMatchObject({ name: 'myaku', productName: 'Myaku', type: 'module' });
    expect(shipped).not.toHaveProperty('scripts');
    expect(shipped).not.toHaveProperty('devDependencies');
  });

  it('starts what package.json names', () => {
    const main = JSON.parse(extractFile(archive, 'package.json').toString('utf8')).main;
    expect(main).toBe('dist/main/main.js');
    expect(extractFile(archive, main).toString('utf8')).toContain('requestSingleInstanceLock');
  });

  it('has the eight fuses set and the ninth left on', async () => {
    const fuses = await getCurrentFuseWire(join(packed, 'myaku'));
    const isOn = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspectArguments: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      wasmTrapHandlers: isOn(FuseV1Options.WasmTrapHandlers),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspectArguments: false,
      asarIntegrity: true,
      onlyFromAsar: true,
      browserSnapshot: false,
      filePrivileges: false,
      wasmTrapHandlers: true,
    });
  });
});

/** Electron's binary can't be had everywhere; the packager only copies it and flips the fuses behind the sentinel. */
function makeDummyElectron(): string {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  for (const locale of ['en-US', 'ja', 'fr']) writeFileSync(join(electron, 'locales', `${locale}.pak`), '');
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('111111111')]);
  writeFileSync(join(electron, 'electron'), Buffer.concat([Buffer.alloc(512), wire, Buffer.alloc(512)]));
  chmodSync(join(electron, 'electron'), 0o755);
  return electron;
}

function packedFiles(): string[] {
  const names = listPackage(archive, { isPack: false }).map((name) =>
    name.replaceAll('\\', '/').replace(/^\//, ''),
  );
  const folders = new Set(names.map((name) => name.slice(0, Math.max(0, name.lastIndexOf('/')))));
  return names.filter((name) => !folders.has(name)).sort();
}

function builtFiles(): string[] {
  return (
    readdirSync(join(project, 'dist'), { recursive: true, withFileTypes: true })
      // The stamp of the build script says when dist/ was made: it is not part of the app.
      .filter((entry) => entry.isFile() && entry.name !== '.built')
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(project.length + 1)
          .replaceAll('\\', '/'),
      )
  );
}

function readJson(name: string) {
  return JSON.parse(readFileSync(join(project, name), 'utf8'));
}
