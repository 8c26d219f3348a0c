import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Tokens {
  /** A 256-bit token for the fragment of an address; `lifeMs` null = until its first use. */
  issueAddressToken(lifeMs: number | null): string;
  /** Exchanges an address token for a session token; null when it is unknown, used or too old. */
  redeem(addressToken: string): string | null;
  isSession(sessionToken: string): boolean;
}

interface AddressToken {
  readonly digest: Buffer;
  readonly expiresAt: number;
  usesLeft: number;
}

const maxAddressTokens = 8;
const maxSessions = 64;

/** Keeps digests only, and compares with every one kept, so that neither length nor position shows in time. */
export function createTokens(clock: () => number, usesPerAddress: number): Tokens {
  let addresses: AddressToken[] = [];
  let sessions: Buffer[] = [];

  return {
    issueAddressToken(lifeMs) {
      const token = randomToken();
      const expiresAt = lifeMs === null ? Number.POSITIVE_INFINITY : clock() + lifeMs;
      addresses.push({ digest: digestOf(token), expiresAt, usesLeft: usesPerAddress });
      addresses = addresses.slice(-maxAddressTokens);
      return token;
    },
    redeem(addressToken) {
      const digest = digestOf(addressToken);
      const found = addresses.filter((entry) => timingSafeEqual(entry.digest, digest))[0];
      if (found === undefined || found.usesLeft <= 0 || clock() >= found.expiresAt) return null;
      found.usesLeft -= 1;
      const session = randomToken();
      sessions = [...sessions, digestOf(session)].slice(-maxSessions);
      return session;
    },
    isSession(sessionToken) {
      const digest = digestOf(sessionToken);
      return sessions.filter((known) => timingSafeEqual(known, digest)).length > 0;
    },
  };
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
