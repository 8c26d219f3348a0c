import { describe, expect, it } from 'vitest';
import { isGuarded } from '../../../shared/csv/detect-guard.ts';

const names = ['id', 'name', 'phone'];

describe('isGuarded', () => {
  it('sees a guard where every text that needs one has it', () => {
    expect(isGuarded(names, [['a', "'=cmd", "'+81 3"]])).toBe(true);
    expect(isGuarded(['id', "'=name"], [['a', 'x']])).toBe(true);
  });

  it('takes apostrophes as written where another text lacks the guard', () => {
    expect(isGuarded(names, [['a', "'=cmd", '+81 3 (x)']])).toBe(false);
    expect(isGuarded(names, [['a', "'90s", "O'Neil"]])).toBe(false);
  });

  it('asks no guard of numbers', () => {
    expect(
      isGuarded(names, [
        ['a', '-5', '-1,5'],
        ['b', '-5e-324', '+7'],
        ['c', "'-x", ''],
      ]),
    ).toBe(true);
  });

  it('knows the headers of exports, whatever their first rows hold', () => {
    expect(isGuarded(['account_id', 'date', 'logins'], [['a', '2024-01-01', '1']])).toBe(true);
    expect(isGuarded(['account', 'date', 'logins'], [['a', '2024-01-01', '1']])).toBe(false);
  });
});
