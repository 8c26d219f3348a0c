import { describe, expect, it } from 'vitest';
import { findSession, type SessionPlaces } from '../../../renderer/client/session.ts';

const addressToken = 'a'.repeat(43);

function placesWith(fragment: string, answer: string | null, stored: string | null = null) {
  const kept = new Map(stored === null ? [] : [['myaku.session', stored]]);
  const removed: string[] = [];
  const places: SessionPlaces = {
    fragment,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    removeFragment: () => removed.push('fragment'),
    redeem: async (token) => (token === addressToken ? answer : null),
  };
  return { places, kept, removed };
}

describe('findSession', () => {
  it('exchanges the address token, keeps the session and clears the address', async () => {
    const { places, kept, removed } = placesWith(`#token=${addressToken}`, 'session');
    expect(await findSession(places)).toBe('session');
    expect(kept.get('myaku.session')).toBe('session');
    expect(removed).toEqual(['fragment']);
  });

  it('uses the kept session after a reload', async () => {
    expect(await findSession(placesWith('#/lists', null, 'kept').places)).toBe('kept');
  });

  it('keeps the session of this window when the address was used already', async () => {
    expect(await findSession(placesWith(`#token=${addressToken}`, null, 'kept').places)).toBe('kept');
  });

  it('has none without an address token', async () => {
    expect(await findSession(placesWith('', null).places)).toBeNull();
  });
});
