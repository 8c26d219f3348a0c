export const FORMULA_LENGTH = 500;
export const FORMULA_DEPTH = 32;

/** A formula as a tree; `measure` holds a measure's id. */
export type FormulaNode =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'measure'; readonly id: string }
  | { readonly type: 'negate'; readonly of: FormulaNode }
  | {
      readonly type: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly type: 'call'; readonly name: 'min' | 'max'; readonly values: readonly FormulaNode[] };

/** Where a formula stops making sense: position in the text from 0, what should stand there, and what does. */
export interface FormulaProblem {
  readonly position: number;
  readonly expected:
    | 'value'
    | 'operator'
    | 'openingParenthesis'
    | 'closingParenthesis'
    | 'closingBracket'
    | 'measure'
    | 'shorter'
    | 'shallower';
  /** Empty at the end of the text. */
  readonly found: string;
}

export type ParsedFormula =
  | { readonly ok: true; readonly formula: FormulaNode; readonly measureIds: readonly string[] }
  | { readonly ok: false; readonly problem: FormulaProblem };

/** Other ways to type the same sign, full-width ones included; all are one character, so positions stay. */
const sameSign: Readonly<Record<string, string>> = {
  ...{ '×': '*', '＊': '*', '÷': '/', '／': '/', '−': '-', '－': '-', ー: '-', '＋': '+' },
  ...{ '（': '(', '）': ')', '，': ',', '、': ',', '［': '[', '］': ']', '．': '.', '　': ' ' },
};

/**
 * Reads arithmetic over measures: + − × ÷ (also * / and full-width signs), parentheses, numbers, min(a, b, …) and
 * max(a, b, …). A measure stands as [its id], which survives a new name. × and ÷ bind before + and −, equal ones from
 * left to right. At most 500 characters and 32 levels deep; whatever breaks a rule is a problem with its position.
 */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > FORMULA_LENGTH) {
    return { ok: false, problem: { position: FORMULA_LENGTH, expected: 'shorter', found: '' } };
  }
  const parser = new Parser(text);
  try {
    const formula = parser.parse();
    return { ok: true, formula, measureIds: [...parser.measureIds] };
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, problem: error.problem };
    throw error;
  }
}

/**
 * The same text with every bracketed reference passed through `rename`: ids to names for reading, names to ids for
 * keeping. Text outside brackets, and a bracket that never closes, stay as they are.
 */
export function renameReferences(text: string, rename: (reference: string) => string): string {
  return text.replace(
    /([[［])([^\]］]*)([\]］])/g,
    (_, open: string, reference: string, close: string) => `${open}${rename(reference.trim())}${close}`,
  );
}

/** Leaves the recursion at the first problem; never escapes this file. */
class Unexpected extends Error {
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(`expected ${problem.expected} at ${problem.position}`);
    this.problem = problem;
  }
}

class Parser {
  readonly measureIds = new Set<string>();
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): FormulaNode {
    const formula = this.#sum();
    if (this.#sign() !== '') throw this.#unexpected('operator');
    return formula;
  }

  #sum(): FormulaNode {
    let left = this.#product();
    for (;;) {
      const operator = this.#sign();
      if (operator !== '+' && operator !== '-') return left;
      this.#at++;
      left = { type: 'binary', operator, left, right: this.#product() };
    }
  }

  #product(): FormulaNode {
    let left = this.#value();
    for (;;) {
      const operator = this.#sign();
      if (operator !== '*' && operator !== '/') return left;
      this.#at++;
      left = { type: 'binary', operator, left, right: this.#value() };
    }
  }

  #value(): FormulaNode {
    if (++this.#depth > FORMULA_DEPTH) throw this.#unexpected('shallower');
    const value = this.#readValue();
    this.#depth--;
    return value;
  }

  #readValue(): FormulaNode {
    const sign = this.#sign();
    if (sign === '-') {
      this.#at++;
      return { type: 'negate', of: this.#value() };
    }
    if (sign === '(') {
      this.#at++;
      const inside = this.#sum();
      this.#take(')', 'closingParenthesis');
      return inside;
    }
    if (sign === '[') return this.#measure();
    return this.#call() ?? this.#number();
  }

  #measure(): FormulaNode {
    const open = this.#at++;
    const rest = this.#text.slice(this.#at);
    const length = rest.search(/[\]］]/);
    if (length < 0) {
      throw new Unexpected({ position: this.#text.length, expected: 'closingBracket', found: '' });
    }
    const id = rest.slice(0, length).trim();
    if (id === '') throw new Unexpected({ position: open + 1, expected: 'measure', found: ']' });
    this.#at += length + 1;
    this.measureIds.add(id);
    return { type: 'measure', id };
  }

  #call(): FormulaNode | null {
    const name = /^(min|max)/i.exec(this.#text.slice(this.#at))?.[0];
    if (name === undefined) return null;
    this.#at += name.length;
    this.#take('(', 'openingParenthesis');
    const values = [this.#sum()];
    while (this.#sign() === ',') {
      this.#at++;
      values.push(this.#sum());
    }
    this.#take(')', 'closingParenthesis');
    return { type: 'call', name: name.toLowerCase() === 'min' ? 'min' : 'max', values };
  }

  #number(): FormulaNode {
    const half = this.#text
      .slice(this.#at)
      .replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    const digits = /^(\d+\.?\d*|\.\d+)/.exec(half)?.[0];
    if (digits === undefined || !Number.isFinite(Number(digits))) throw this.#unexpected('value');
    this.#at += digits.length;
    return { type: 'number', value: Number(digits) };
  }

  #take(sign: string, expected: FormulaProblem['expected']): void {
    if (this.#sign() !== sign) throw this.#unexpected(expected);
    this.#at++;
  }

  /** The next character that is no space, in its plain form; empty at the end. */
  #sign(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    const typed = this.#text.charAt(this.#at);
    return sameSign[typed] ?? typed;
  }

  #unexpected(expected: FormulaProblem['expected']): Unexpected {
    return new Unexpected({ position: this.#at, expected, found: this.#text.charAt(this.#at) });
  }
}
