import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestGuards } from '../../electron/loopback/guard-request.ts';
import type { LoopbackRules } from '../../electron/loopback/loopback-rules.ts';
import {
  bodyCases,
  messageCases,
  messageSizeCase,
  small,
  traversalCases,
  uploadCases,
} from './body-cases.ts';
import { type Case, lines } from './guard-case.ts';
import { startUnderTest, type UnderTest, withLimits } from './loopback-under-test.ts';
import { sendBytes } from './raw-http.ts';
import { fetchSiteCases, hostCases, methodCases, originCases, rawCases } from './request-cases.ts';
import { sessionTokenCases, tokenCases } from './token-cases.ts';

const cases: Case[] = [
  ...hostCases,
  ...rawCases,
  ...originCases,
  ...fetchSiteCases,
  ...methodCases,
  ...tokenCases,
  ...sessionTokenCases,
  ...traversalCases,
  ...bodyCases,
  ...messageCases,
  messageSizeCase,
];

async function on(
  changes: Partial<LoopbackRules>,
  entry: Pick<Case, 'openedByApp'>,
  act: (host: UnderTest) => Promise<number>,
): Promise<number> {
  const host = await startUnderTest(changes, entry.openedByApp);
  try {
    return await act(host);
  } finally {
    await host.close();
  }
}

describe('the loopback host refuses when', () => {
  describe.each(cases)('$name', (entry) => {
    it('refuses', async () => {
      expect(await on({}, entry, entry.attack)).toBe(entry.status);
    });

    it('accepts the same request with nothing wrong in it', async () => {
      expect(await on({}, entry, entry.twin)).toBe(entry.twinStatus);
    });

    it('would let it pass without its rule', async () => {
      expect(await on(entry.without, entry, entry.attack)).toBe(entry.passes);
    });
  });

  describe.each(uploadCases)('an upload $name', (entry) => {
    it('refuses, accepts one byte less, and needs its limit for that', async () => {
      expect(await on(withLimits(small), {}, entry.attack)).toBe(413);
      expect(await on(withLimits(small), {}, entry.twin)).toBe(200);
      expect(await on(withLimits({}), {}, entry.attack)).toBe(200);
    });
  });

  it('has a case that needs each request guard', () => {
    const kept = (entry: Case) => entry.without.guards ?? requestGuards;
    const isNeeded = (name: string) =>
      cases.some((entry) => kept(entry).every((guard) => guard.name !== name));
    expect(requestGuards.map((guard) => guard.name).filter((name) => !isNeeded(name))).toEqual([]);
  });

  it('has at least forty such cases', () => {
    expect(cases.length + uploadCases.length).toBeGreaterThanOrEqual(40);
  });
});

describe('paths that name nothing in the folder', () => {
  let host: UnderTest;
  beforeAll(async () => {
    host = await startUnderTest({ contains: () => true });
  });
  afterAll(() => host.close());

  it.each([
    ['double encoding', '/%252e%252e/secret.txt', 404],
    ['backslashes', '/..%5csecret.txt', 404],
    ['dots and slashes', '/....//secret.txt', 404],
    ['an overlong encoding', '/%c0%ae%c0%ae/secret.txt', 400],
    ['a broken escape', '/%zz', 400],
    ['a NUL', '/index.html%00.png', 400],
    ['a folder', '/assets', 404],
    ['an absolute URL', 'http://evil.example/', 400],
  ])('answers %s by status alone, even without the containment rule', async (_name, path, expected) => {
    const bytes = lines(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`);
    expect(await sendBytes(host.port, bytes)).toBe(expected);
  });
});
