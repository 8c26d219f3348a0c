import { describe, expect, it } from 'vitest';
import { addressOf, parseAddress } from '../../../renderer/client/route.ts';

describe('parseAddress', () => {
  it('reads back what addressOf wrote, signs and all', () => {
    const route = { name: 'accounts', argument: 'A/1 #50% 株式会社' } as const;
    expect(parseAddress(addressOf(route))).toEqual(route);
  });

  it('reads back the day as of which an account was asked for, and no other third part', () => {
    const route = { name: 'accounts', argument: 'A/1', day: 19_904 } as const;
    expect(parseAddress(addressOf(route))).toEqual(route);
    expect(parseAddress('#/accounts/A/June')).toEqual({ name: 'accounts', argument: 'A' });
    expect(parseAddress('#/accounts//5')).toEqual({ name: 'accounts', argument: '', day: 5 });
  });

  it('reads a page without an argument', () => {
    expect(parseAddress('#/lists')).toEqual({ name: 'lists', argument: null });
  });

  it('goes home from anything unknown', () => {
    expect(parseAddress('')).toEqual({ name: 'home', argument: null });
    expect(parseAddress('#/constructor/x')).toEqual({ name: 'home', argument: null });
  });

  it('has no argument when it is mistyped', () => {
    expect(parseAddress('#/accounts/%E3%8')).toEqual({ name: 'accounts', argument: null });
  });
});
