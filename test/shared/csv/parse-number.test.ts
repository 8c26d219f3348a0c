import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../shared/csv/parse-number.ts';

const point = { decimal: '.' } as const;
const comma = { decimal: ',' } as const;

describe('parseNumber', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['007', 7],
    ['-5', -5],
    ['+5', 5],
    [' 12.5 ', 12.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-.5', -0.5],
    ['1,234', 1234],
    ['1,234,567.89', 1234567.89],
    ['12345', 12345],
    ['1 234', 1234],
    ["1'234'567", 1234567],
    ['(1,234)', -1234],
    ['(¥1,234)', -1234],
    ['（１，２３４）', -1234],
    ['▲1,234', -1234],
    ['△500', -500],
    ['−3', -3],
    ['－３', -3],
    ['１２３．４５', 123.45],
    ['¥1,000', 1000],
    ['￥１，０００', 1000],
    ['1,000円', 1000],
    ['$-12.50', -12.5],
    ['-$12.50', -12.5],
    ['€5', 5],
    ['12%', 12],
    ['12.5 %', 12.5],
    ['１２％', 12],
    ['1.2E+15', 1.2e15],
    ['1e-3', 0.001],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumber(text, point)).toBe(value);
  });

  it.each<[string, number]>([
    ['1,5', 1.5],
    ['-1,5', -1.5],
    ['1.234,56', 1234.56],
    ['1.234', 1234],
    ['1 234,5 €', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['(1.234,5)', -1234.5],
  ])('reads %s as %d with a decimal comma', (text, value) => {
    expect(parseNumber(text, comma)).toBe(value);
  });

  it.each([
    '0x10',
    '0b1',
    'Infinity',
    '-Infinity',
    'NaN',
    '1e999',
    '1,23',
    '12,34,567',
    '1,2345',
    '1.2.3',
    '--5',
    '+-5',
    '(-5)',
    '1-2',
    '-',
    'NA',
    'abc',
    '12abc',
    '①',
    '5²',
    '½',
    '1_000',
    '2024-04-01',
    '%',
    '()',
    '$',
  ])('refuses %s', (text) => {
    expect(parseNumber(text, point)).toBe('invalid');
  });

  it('refuses a decimal point where the mark is a comma', () => {
    expect(parseNumber('1.5', comma)).toBe('invalid');
    expect(parseNumber('1,5', point)).toBe('invalid');
  });

  it('takes only empty text as blank unless told otherwise', () => {
    expect(['', ' ', '\t', '　'].map((text) => parseNumber(text, point))).toEqual(Array(4).fill('blank'));
    const blanks = new Set(['-', 'NA']);
    expect(['-', ' NA '].map((text) => parseNumber(text, { ...point, blanks }))).toEqual(['blank', 'blank']);
    expect(parseNumber('na', { ...point, blanks })).toBe('invalid');
  });

  it('reads back every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value), point)).toBe(value === 0 ? Number(String(value)) : value);
      }),
    );
  });

  it('reads grouped digits in both conventions alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), (value) => {
        expect(parseNumber(value.toLocaleString('en-US'), point)).toBe(value === 0 ? 0 : value);
        expect(parseNumber(value.toLocaleString('de-DE'), comma)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
