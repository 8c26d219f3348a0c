import type { FormulaNode } from './formula-parser.ts';
import { divideValues } from './round-value.ts';

/**
 * Values of a formula row by row. Missing in → missing out, also inside min and max; ÷ 0 (to 9 decimals,
 * so 0.3 − 0.1 − 0.2 is 0) and a result beyond the doubles → missing (NaN).
 * @param valuesOf values of a measure by id, one per row, NaN = missing
 */
export function evaluateFormula(
  formula: FormulaNode,
  valuesOf: (measureId: string) => Float64Array,
  rowCount: number,
): Float64Array {
  const values = evaluate(formula);
  return values.map((value) => (Number.isFinite(value) ? value : Number.NaN));

  function evaluate(node: FormulaNode): Float64Array {
    switch (node.type) {
      case 'number':
        return new Float64Array(rowCount).fill(node.value);
      case 'measure':
        return valuesOf(node.id);
      case 'negate':
        return evaluate(node.of).map((value) => -value);
      case 'binary': {
        const right = evaluate(node.right);
        const compute = operations[node.operator];
        return evaluate(node.left).map((left, r) => compute(left, right[r]!));
      }
      case 'call': {
        const columns = node.values.map(evaluate);
        const pick = node.name === 'min' ? Math.min : Math.max;
        return Float64Array.from({ length: rowCount }, (_, r) => pick(...columns.map((c) => c[r]!)));
      }
    }
  }
}

const operations = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': divideValues,
} as const;
