import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../../shared/measures/evaluate-formula.ts';
import { FORMULA_DEPTH, parseFormula, renameReferences } from '../../../shared/measures/formula-parser.ts';

function resultOf(text: string, values: Readonly<Record<string, number>> = {}): number {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return evaluateFormula(parsed.formula, (id) => Float64Array.of(values[id] ?? Number.NaN), 1)[0]!;
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 ÷ 4 ÷ 2', 3],
    ['2 × −3', -6],
    ['--2', 2],
    ['min(3, 1, 2) + MAX(1, 5)', 6],
    ['.5 + 1.', 1.5],
    ['（１＋２）×３、'.slice(0, -1), 9],
    ['max（１、２．５）', 2.5],
    ['[a b-1] / [x]', 2],
  ])('%s is %d', (text, value) => {
    expect(resultOf(text, { 'a b-1': 6, x: 3 })).toBe(value);
  });

  it('is missing where a part is missing, also inside min, max and times 0', () => {
    for (const text of ['[x] + 1', 'min([x], 1)', 'max(1, [x])', '0 * [x]', '-[x]']) {
      expect(resultOf(text)).toBeNaN();
    }
  });

  it('is missing where it divides by 0 or leaves the doubles', () => {
    expect(resultOf('1 / 0')).toBeNaN();
    expect(resultOf('0 / 0')).toBeNaN();
    expect(resultOf(`${'9'.repeat(200)} * ${'9'.repeat(200)}`)).toBeNaN();
  });

  it('names its measures once each, in order', () => {
    const parsed = parseFormula('[b] + [a] * [ b ]');
    expect(parsed.ok && parsed.measureIds).toEqual(['b', 'a']);
  });
});

describe('a formula that cannot be read', () => {
  it.each([
    ['', 0, 'value', ''],
    ['1 +', 3, 'value', ''],
    ['1 2', 2, 'operator', '2'],
    ['(1 + 2', 6, 'closingParenthesis', ''],
    ['min 1', 4, 'openingParenthesis', '1'],
    ['min()', 4, 'value', ')'],
    ['1 + [abc', 8, 'closingBracket', ''],
    ['[ ] + 1', 1, 'measure', ']'],
    ['1 + )', 4, 'value', ')'],
    ['alert(1)', 0, 'value', 'a'],
    ['1e5', 1, 'operator', 'e'],
  ])('%j says where and what was expected', (text, position, expected, found) => {
    expect(parseFormula(text)).toEqual({ ok: false, problem: { position, expected, found } });
  });

  it('is too long past 500 characters and too deep past 32 levels', () => {
    expect(parseFormula(`1${'+1'.repeat(250)}`)).toMatchObject({ problem: { expected: 'shorter' } });
    const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(parseFormula(nested(FORMULA_DEPTH - 1)).ok).toBe(true);
    expect(parseFormula(nested(FORMULA_DEPTH))).toMatchObject({ problem: { expected: 'shallower' } });
    expect(parseFormula('-'.repeat(400))).toMatchObject({ problem: { expected: 'shallower' } });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'12.+-*/()[]amin,x ×÷（'), maxLength: 60 }),
        (text) => {
          const parsed = parseFormula(text);
          if (parsed.ok) evaluateFormula(parsed.formula, () => Float64Array.of(1), 1);
          else expect(parsed.problem.position).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('renaming references', () => {
  it('goes from ids to names and back, leaving the rest as typed', () => {
    const names: Readonly<Record<string, string>> = { u1: 'Log-ins (28 days)', u2: 'シート数' };
    const ids = Object.fromEntries(Object.entries(names).map(([id, name]) => [name, id]));
    const named = renameReferences('[u1] ÷ [u2] + [gone] + 1', (id) => names[id] ?? id);
    expect(named).toBe('[Log-ins (28 days)] ÷ [シート数] + [gone] + 1');
    expect(renameReferences(named, (name) => ids[name] ?? name)).toBe('[u1] ÷ [u2] + [gone] + 1');
  });
});
