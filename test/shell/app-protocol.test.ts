import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { answerAppRequest, findFile } from '../../electron/shell/app-protocol.ts';
import { securityHeaders } from '../../shared/ipc/content-security-policy.ts';

const folder = makeFolder();

afterAll(() => {
  rmSync(dirname(folder), { recursive: true, force: true });
});

describe('app://myaku/', () => {
  it('serves the page at its root', async () => {
    const answer = await ask('app://myaku/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<!doctype html>');
  });

  it('serves a file below its folder, without its query', async () => {
    const answer = await ask('app://myaku/assets/%E8%84%88.js?v=1');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answer.text()).toBe('export {};');
  });

  it('sends the security headers with every answer', async () => {
    for (const answer of [
      await ask('app://myaku/'),
      await ask('app://myaku/none.js'),
      await ask('app://myaku/', 'PUT'),
    ]) {
      for (const [name, value] of Object.entries(securityHeaders))
        expect(answer.headers.get(name)).toBe(value);
    }
  });

  it('answers HEAD without a body', async () => {
    const answer = await ask('app://myaku/', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    'app://myaku/..%2fsecret.html',
    'app://myaku/%2e%2e%2fsecret.html',
    'app://myaku/assets/..%2f..%2fsecret.html',
    'app://myaku/..%2frenderer-other/secret.html',
    'app://myaku/%00',
    'app://myaku/%ff',
    'app://myaku/assets',
    'app://myaku/none.html',
    'app://myaku/unknown.bin',
    'app://other/index.html',
    'app://myaku:8080/index.html',
    'https://myaku/index.html',
    'not an address',
  ])('does not find %s', async (url) => {
    expect((await ask(url)).status).toBe(404);
  });

  it('refuses every other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask('app://myaku/', method)).status).toBe(405);
    }
  });

  it('never names a file outside its folder', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', 'a'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = findFile(`app://myaku/${parts.join('/')}`, folder);
        expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
      }),
    );
  });
});

function ask(url: string, method = 'GET'): Promise<Response> {
  return answerAppRequest({ url, method }, folder);
}

/** The app's folder, with a sibling whose name starts the same and a secret beside them. */
function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'myaku-app-'));
  for (const name of ['renderer/assets', 'renderer-other']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'renderer', 'unknown.bin'), 'x');
  writeFileSync(join(root, 'renderer', 'assets', '脈.js'), 'export {};');
  writeFileSync(join(root, 'secret.html'), 'secret');
  writeFileSync(join(root, 'renderer-other', 'secret.html'), 'secret');
  return join(root, 'renderer');
}
