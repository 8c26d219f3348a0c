import { type Call, readCall } from './carrier.ts';
import { type Guard, requestGuards } from './guard-request.ts';
import { contains } from './static-files.ts';
import { createTokens, type Tokens } from './tokens.ts';

export interface Limits {
  readonly jsonBytes: number;
  readonly messageBytes: number;
  readonly uploadBytes: number;
  /** With `allowLarge`, which a person confirms for that one file. */
  readonly largeUploadBytes: number;
  /** How long the token lives when the app opens the window itself. */
  readonly addressLifeMs: number;
  readonly usesPerAddress: number;
}

/** Everything that refuses. An argument, so that tests can take one rule out and see its case pass. */
export interface LoopbackRules {
  readonly guards: readonly Guard[];
  readonly limits: Limits;
  readonly createTokens: (clock: () => number, usesPerAddress: number) => Tokens;
  readonly contains: (folder: string, path: string) => boolean;
  readonly readAddressToken: (body: string) => string | null;
  readonly readCall: (text: string, isBinary: boolean) => Call | null;
}

const mebibyte = 1024 * 1024;

export const loopbackRules: LoopbackRules = {
  guards: requestGuards,
  limits: {
    jsonBytes: mebibyte,
    messageBytes: mebibyte,
    uploadBytes: 200 * mebibyte,
    largeUploadBytes: 2048 * mebibyte,
    addressLifeMs: 60_000,
    usesPerAddress: 1,
  },
  createTokens,
  contains,
  readAddressToken,
  readCall,
};

/** The token of `{ "token": "<43 base64url characters>" }`; null for any other body. */
export function readAddressToken(body: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Object.keys(parsed).join() !== 'token') return null;
  const { token } = parsed as { token: unknown };
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : null;
}
