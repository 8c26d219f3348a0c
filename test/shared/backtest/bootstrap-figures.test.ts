import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bootstrap } from '../../../shared/backtest/bootstrap-figures.ts';
import type { BootstrapInput } from '../../../shared/backtest/bootstrap-rows.ts';
import { judgedRows } from '../../../shared/backtest/lab-input.ts';
import { compareCodePoints, orderAccounts } from '../../../shared/backtest/order-accounts.ts';
import { AccountResampler, drawBelow, unpackLane } from '../../../shared/backtest/resample-accounts.ts';
import { decisionRows } from '../../../shared/backtest/window-figures.ts';
import { bootstrapFiguresSchema } from '../../../shared/schemas/lab-figures.ts';
import { averagePrecision } from '../../../shared/statistics/average-precision.ts';
import { kolmogorovSmirnov } from '../../../shared/statistics/kolmogorov-smirnov.ts';
import { quantileLinear } from '../../../shared/statistics/quantile-linear.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { isRed, type Lab, lab, randomLab } from './lab-panel.ts';
import { life } from './random-panel.ts';

const costs = { miss: 10, call: 1 };
const settings = {
  schedule: { type: 'typed' as const, days: [100, 130] },
  testFrom: null,
  knownThrough: 300,
};

describe('the by-account bootstrap', () => {
  it('equals its twin that copies the rows of every drawn account', () => {
    let intervals = 0;
    fc.assert(
      fc.property(randomLab(30), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (made, seed) => {
        const input = inputOf(made, { seed, resamples: 12 });
        const bootstrap = new Bootstrap(input);
        bootstrap.run(12);
        const figures = bootstrap.figures();
        expect(bootstrapFiguresSchema.safeParse(figures).error).toBeUndefined();
        const slow = slowBootstrap(input);
        for (const [key, { value, resampled }] of Object.entries(slow)) {
          const estimate = figures[key as keyof typeof slow];
          expect(estimate?.value ?? null).toEqual(value === null ? null : expect.closeTo(value, 9));
          if (estimate?.low == null) continue;
          intervals++;
          expect(estimate.low).toBeCloseTo(quantileLinear(resampled, 0.025)!, 9);
          expect(estimate.high!).toBeCloseTo(quantileLinear(resampled, 0.975)!, 9);
        }
      }),
      { numRuns: 60, seed: 9 },
    );
    expect(intervals).toBeGreaterThan(50);
  });

  it('gives the same whatever the slices, and the same again', () => {
    const made = sixtyAccounts();
    const once = new Bootstrap(inputOf(made));
    once.run(1000);
    const sliced = new Bootstrap(inputOf(made));
    for (let n = 1; sliced.done < sliced.total; n++) sliced.run(n);
    expect(sliced.figures()).toEqual(once.figures());
    expect(once.figures()).toMatchObject({
      resamples: 1000,
      seed: 3,
      accounts: 60,
      churners: 20,
      reason: null,
    });
  });

  it('draws by the order of ids, so that the order of a file changes nothing', () => {
    const made = sixtyAccounts();
    const reversed = sixtyAccounts((account) => 59 - account);
    const ids = Array.from({ length: 60 }, (_, account) => `id${account}`);
    const first = new Bootstrap({ ...inputOf(made), amounts: null, accountOrder: orderAccounts(ids) });
    const second = new Bootstrap({
      ...inputOf(reversed),
      amounts: null,
      accountOrder: orderAccounts([...ids].reverse()),
    });
    first.run(50);
    second.run(50);
    expect(second.figures()).toEqual(first.figures());
  });

  it('weighs catch by amount, with the number of equal amounts it is worth', () => {
    // two churners of 30 and 10; only the 30 is caught
    const made = lab(
      [life({ account: 0, endDay: 110 }), life({ account: 1, endDay: 110 }), life({ account: 2 })],
      (account) => (account === 0 ? 100 : 900),
      { ...settings, schedule: { type: 'typed', days: [100] } },
    );
    const bootstrap = new Bootstrap({ ...inputOf(made), amounts: byAccount(made, [30, 10, 99]) });
    expect(bootstrap.figures()).toMatchObject({
      catchRate: { value: 0.5, low: null },
      amountCatch: { value: 0.75, low: null },
      amountEffectiveN: 1600 / 1000,
      amountMissing: 0,
    });
    const missing = new Bootstrap({ ...inputOf(made), amounts: byAccount(made, [Number.NaN, 10, 99]) });
    expect(missing.figures()).toMatchObject({
      amountCatch: { value: 0 },
      amountEffectiveN: 1,
      amountMissing: 1,
    });
  });

  it('of nothing and without churners is a reason, never NaN', () => {
    const empty = new Bootstrap(inputOf(lab([], () => 5, settings)));
    empty.run(10);
    expect(empty.figures()).toMatchObject({ reason: 'noRows', resamples: 0, catchRate: null, ks: null });
    const calm = new Bootstrap(inputOf(lab([life(), life({ account: 1 })], () => 800, settings)));
    calm.run(10);
    expect(calm.figures()).toMatchObject({ reason: 'noChurners', catchRate: null, hitRate: null, auc: null });
  });
});

describe('resample counts', () => {
  it('are as many draws as accounts in every lane, with a mean of 1', () => {
    const resampler = new AccountResampler(500, 20, 4);
    expect(resampler.lanes).toBeGreaterThan(1);
    const { counts, lanes } = resampler.draw(99);
    for (let lane = 0; lane < lanes; lane++) {
      const drawn = Array.from(counts, (packed) => unpackLane(packed, lane, resampler.step));
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(500);
      // each account is missed with chance (1 − 1/500)^500 = .368
      expect(drawn.filter((count) => count === 0).length / 500).toBeCloseTo(0.368, 1);
    }
  });
});

describe('a fast draw', () => {
  it('is each number as often, and what whole numbers of any size give', () => {
    const [fast, slow] = [createRandom(5), createRandom(5)];
    const counts = new Int32Array(7);
    for (let i = 0; i < 7000; i++) {
      const drawn = drawBelow(fast.nextUint32, 7);
      expect(drawn).toBe(slowDraw(slow.nextUint32, 7));
      counts[drawn]!++;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('draws again where a number would come up too often', () => {
    const draws = [0, 1, 0x80000000];
    expect(drawBelow(() => draws.shift()!, 3)).toBe(0);
    expect(draws).toEqual([0x80000000]);
  });
});

describe('the order of accounts', () => {
  it('is by code points, not by UTF-16 halves', () => {
    expect([...orderAccounts(['b', 'a', '\u{1F600}', '\uFF5E', 'a1'])]).toEqual([1, 4, 0, 3, 2]);
  });

  it('equals a comparison of code point lists', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', '\uFF5E', '\uE000', '\u{1F600}', '\u{10000}'), { maxLength: 4 })
      .map((letters) => letters.join(''));
    const points = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!);
    fc.assert(
      fc.property(word, word, (first, second) => {
        const [a, b] = [points(first), points(second)];
        const at = a.findIndex((point, i) => point !== b[i]);
        const expected = at < 0 ? a.length - b.length : at >= b.length ? 1 : a[at]! - b[at]!;
        expect(Math.sign(compareCodePoints(first, second))).toBe(Math.sign(expected));
      }),
      { seed: 10 },
    );
  });
});

function inputOf({ input }: Lab, part: Partial<BootstrapInput> = {}): BootstrapInput {
  const accountOrder = Int32Array.from({ length: input.panel.accountCount }, (_, account) => account);
  const amounts = Float64Array.from(input.panel.account, (account) =>
    account % 5 === 4 ? Number.NaN : account + 1,
  );
  return { ...input, accountOrder, seed: 3, amounts, costs, ...part };
}

function byAccount({ input }: Lab, amounts: readonly number[]): Float64Array {
  return Float64Array.from(input.panel.account, (account) => amounts[account]!);
}

/** Twenty churners of sixty; `rename` gives each account another index. */
function sixtyAccounts(rename: (account: number) => number = (account) => account): Lab {
  const lives = Array.from({ length: 60 }, (_, account) =>
    life({ account: rename(account), endDay: account % 3 === 0 ? 110 + account / 3 : null }),
  );
  return lab(lives, (account, t) => (rename(account) * 37 + t * 11) % 1000, settings);
}

function slowBootstrap(input: BootstrapInput) {
  const { panel, scores } = input;
  const rows = judgedRows(input);
  const accounts = [...(input.accountOrder as Int32Array)].filter((account) =>
    rows.account.includes(account),
  );
  const evaluate = (drawn: readonly number[]) => {
    const decisions = decisionRows(panel, rows);
    const picked = drawn.flatMap((account) => [...rows.row].filter((r) => panel.account[r] === account));
    const churners = drawn.flatMap((account) => decisions.filter((r) => panel.account[r] === account));
    const scored = picked.filter((r) => scores[r]! >= 0);
    const risk = (label: number) => scored.filter((r) => panel.label[r] === label).map((r) => -scores[r]!);
    const alarms = scored.filter((r) => isRed(scores[r]!));
    const amountOf = (r: number) => input.amounts![r]!;
    const paid = churners.filter((r) => !Number.isNaN(amountOf(r)));
    const sum = (of: readonly number[]) => of.reduce((all, r) => all + amountOf(r), 0);
    const ratio = (part: number, all: number) => (all === 0 ? null : part / all);
    return {
      catchRate: ratio(churners.filter((r) => isRed(scores[r]!)).length, churners.length),
      hitRate: ratio(alarms.filter((r) => panel.label[r] === 1).length, alarms.length),
      averagePrecision: averagePrecision(risk(1), risk(0)),
      ks: kolmogorovSmirnov(risk(1), risk(0)),
      amountCatch: ratio(sum(paid.filter((r) => isRed(scores[r]!))), sum(paid)),
      cheapestThreshold: cheapest(risk(1), risk(0)),
    };
  };
  const plain = evaluate(accounts);
  const random = createRandom(input.seed);
  const resampled = Array.from({ length: accounts.length === 0 ? 0 : input.resamples! }, () =>
    evaluate(accounts.map(() => accounts[slowDraw(random.nextUint32, accounts.length)]!)),
  );
  const keys = Object.keys(plain) as (keyof typeof plain)[];
  return Object.fromEntries(
    keys.map((key) => [key, { value: plain[key], resampled: resampled.flatMap((each) => each[key] ?? []) }]),
  ) as Record<keyof typeof plain, { value: number | null; resampled: number[] }>;
}

/** The same in whole numbers of any size: the upper half of draw × below, drawn again where the lower half is unfair. */
function slowDraw(nextUint32: () => number, below: number): number {
  for (;;) {
    const product = BigInt(nextUint32()) * BigInt(below);
    if (product % 2n ** 32n >= 2n ** 32n % BigInt(below)) return Number(product / 2n ** 32n);
  }
}

function cheapest(churned: readonly number[], kept: readonly number[]): number | null {
  if (churned.length + kept.length === 0) return null;
  const all = [...churned, ...kept].map((risk) => -risk + 1);
  const cost = (threshold: number) =>
    costs.miss * churned.filter((risk) => -risk >= threshold).length +
    costs.call * [...churned, ...kept].filter((risk) => -risk < threshold).length;
  return [0, ...all.sort((a, b) => a - b)].reduce((best, threshold) =>
    cost(threshold) < cost(best) ? threshold : best,
  );
}
