import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanName, openUploadFolder } from '../../electron/loopback/browser-files.ts';
import { startUnderTest, tokenOf, type UnderTest } from './loopback-under-test.ts';
import { nextOf, openSocket, send } from './raw-http.ts';

let host: UnderTest;

beforeEach(async () => {
  host = await startUnderTest();
});
afterEach(() => host.close());

async function connect() {
  const protocols = ['myaku', `token.${await host.session()}`];
  return (await openSocket(host.port, '/socket', protocols, { origin: host.origin })).socket;
}

async function upload(query: string, body: string | Buffer) {
  const headers = { origin: host.origin, authorization: `Bearer ${await host.session()}` };
  return send(host.port, { method: 'POST', path: `/upload?${query}`, headers, body });
}

/** The files that are in the host's upload folders now. */
async function uploads() {
  const parent = join(host.base, 'uploads');
  const folders = await readdir(parent);
  return (await Promise.all(folders.map((name) => readdir(join(parent, name))))).flat();
}

describe('the page', () => {
  it('comes with the whole policy, and is not kept', async () => {
    const { headers } = await send(host.port, { path: '/' });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('lets no other origin read anything', async () => {
    const { headers } = await send(host.port, { path: '/' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('has files with a hash in their name kept by the browser', async () => {
    const { headers } = await send(host.port, { path: '/assets/main-a1b2c3d4.js' });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  it('answers HEAD without a body', async () => {
    const answer = await send(host.port, { method: 'HEAD', path: '/index.html' });
    expect([answer.status, answer.body, answer.headers['content-length']]).toEqual([200, '', '35']);
  });

  it('refuses with the same headers', async () => {
    const { status, headers } = await send(host.port, { path: '/nothing' });
    expect(status).toBe(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('addresses', () => {
  it('carry 256 random bits, another time others', () => {
    const [first, second] = [tokenOf(host.host.newAddress()), tokenOf(host.host.newAddress())];
    expect(Buffer.from(first, 'base64url').length).toBe(32);
    expect(second).not.toBe(first);
  });

  it('that were printed don’t run out of time', async () => {
    host.passTime(1e9);
    const body = JSON.stringify({ token: tokenOf(host.host.address) });
    const headers = { origin: host.origin, 'content-type': 'application/json' };
    const answer = await send(host.port, { method: 'POST', path: '/session', headers, body });
    expect(JSON.parse(answer.body)).toEqual({ session: expect.stringMatching(/^[\w-]{43}$/) });
  });
});

describe('the carrier', () => {
  it('answers with the first subprotocol only', async () => {
    const socket = await connect();
    expect(socket.protocol).toBe('myaku');
    socket.terminate();
  });

  it('carries a call to the engine and its result back', async () => {
    const socket = await connect();
    socket.send(JSON.stringify({ id: 7, channel: 'accounts.list', payload: { limit: 5 } }));
    const value = { channel: 'accounts.list', payload: { limit: 5 } };
    expect(await nextOf(socket)).toEqual({ id: 7, result: { ok: true, value } });
    socket.terminate();
  });

  it('turns a broken promise into “internal”, without its text', async () => {
    const socket = await connect();
    socket.send(JSON.stringify({ id: 1, channel: 'throws' }));
    expect(await nextOf(socket)).toEqual({ id: 1, result: { ok: false, error: { code: 'internal' } } });
    socket.terminate();
  });

  it('pushes what the engine says to every window', async () => {
    const [first, second] = [await connect(), await connect()];
    const heard = Promise.all([nextOf(first), nextOf(second)]);
    host.emit({ type: 'data.changed', revision: 3 });
    const event = { event: { type: 'data.changed', revision: 3 } };
    expect(await heard).toEqual([event, event]);
    first.terminate();
    second.terminate();
  });

  it('says how many windows are open', async () => {
    const socket = await connect();
    socket.close();
    await nextOf(socket);
    await expect.poll(() => host.windows).toEqual([1, 0]);
  });
});

describe('an upload', () => {
  it('becomes a file of this user alone, named as the person named it', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x8e, 0x00, 0xff]);
    const answer = await upload(`name=${encodeURIComponent('顧客 一覧.csv')}`, bytes);
    expect(JSON.parse(answer.body)).toEqual({ token: 'file-1' });
    const file = host.registered[0];
    expect(file).toMatchObject({ name: '顧客 一覧.csv', temporary: true });
    expect(await readFile(file?.path ?? '')).toEqual(bytes);
    if (process.platform !== 'win32') expect((await stat(file?.path ?? '')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when it is refused', async () => {
    await upload('name=', 'a');
    expect(await uploads()).toEqual([]);
  });

  it('leaves nothing behind when the browser breaks it off', async () => {
    const authorization = `Bearer ${await host.session()}`;
    const headers = { origin: host.origin, authorization, 'content-length': '1000' };
    const options = {
      host: '127.0.0.1',
      port: host.port,
      method: 'POST',
      path: '/upload?name=a.csv',
      headers,
    };
    const outgoing = request(options);
    outgoing.on('error', () => undefined);
    outgoing.write('half');
    await expect.poll(async () => (await uploads()).length).toBe(1);
    outgoing.destroy();
    await expect.poll(uploads).toEqual([]);
    expect(host.registered).toEqual([]);
  });

  it('is gone after the host has stopped', async () => {
    await upload('name=a.csv', 'a');
    await host.host.close();
    expect(await readdir(join(host.base, 'uploads'))).toEqual([]);
  });

  it('of a process that is gone is deleted at the next start', async () => {
    const dead = join(host.base, 'uploads', '999999999-abc');
    await mkdir(dead);
    await writeFile(join(dead, 'left'), 'a');
    await openUploadFolder(host.base);
    const folders = await readdir(join(host.base, 'uploads'));
    expect(folders.every((name) => name.startsWith(`${process.pid}-`))).toBe(true);
    expect(folders.length).toBe(2);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\data\\a.csv', 'a.csv'],
    ['a\r\nb\u202e.csv', 'ab.csv'],
    ['..', ''],
    ['', ''],
  ])('named %j is called %j', (given, shown) => {
    expect(cleanName(given)).toBe(shown);
  });
});

describe('a download', () => {
  it('is an attachment with its own name', async () => {
    const headers = { authorization: `Bearer ${await host.session()}` };
    const answer = await send(host.port, { path: '/download/export-1', headers });
    expect([answer.status, answer.body]).toEqual([200, 'account\nA1\n']);
    const name = encodeURIComponent('解約 (4月).csv').replace('(', '%28').replace(')', '%29');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${name}`);
  });

  it('with an unknown token is not found', async () => {
    const headers = { authorization: `Bearer ${await host.session()}` };
    const answer = await send(host.port, { path: '/download/export-2', headers });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([404, { error: { code: 'notFound' } }]);
  });
});

describe('a request for the socket that asks for no upgrade', () => {
  it('is told to', async () => {
    expect((await send(host.port, { path: '/socket' })).status).toBe(426);
  });
});
