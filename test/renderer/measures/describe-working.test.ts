import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { describeWorking, type WorkingWords } from '../../../renderer/format/describe-working.ts';
import { enMeasures } from '../../../renderer/i18n/en/measures.ts';
import { jaMeasures } from '../../../renderer/i18n/ja/measures.ts';
import { type ValueWorking, valueWorkingSchema } from '../../../shared/schemas/value-working.ts';

async function wordsIn(language: 'ja' | 'en'): Promise<WorkingWords> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: { ja: { measures: jaMeasures }, en: { measures: enMeasures } },
    interpolation: { escapeValue: false },
  });
  return {
    t: i18n.getFixedT(language, 'measures'),
    number: (value, digits = 2) => String(Number(value.toFixed(digits))),
    measureName: (id) => (id === 'Seats' ? 'Seats' : null),
    day: (day) => `day ${day}`,
  };
}

const part = (name: string, value: number) => ({ id: name, name, value });
const grain = 'day' as const;
const cases: readonly (readonly [ValueWorking, number, string, string])[] = [
  [
    { type: 'mean', total: 26, units: 28, empty: 11, grain },
    26 / 28,
    'total 26 ÷ 28 days = 0.929 (0 for 11 days without a row)',
    '計 26 ÷ 28 日 = 0.929 (行のない 11 日は0)',
  ],
  [{ type: 'sum', rows: 17, empty: 0, grain }, 26, 'sum of 17 rows = 26', '17 行の合計 = 26'],
  [
    { type: 'min', units: 3, empty: 0, grain: 'month' },
    2,
    'smallest of 3 months = 2',
    '3 か月の中でいちばん小さい値 = 2',
  ],
  [
    { type: 'max', units: 4, empty: 0, grain: 'week' },
    9,
    'largest of 4 weeks = 9',
    '4 週の中でいちばん大きい値 = 9',
  ],
  [
    { type: 'activeDays', units: 28, empty: 11, grain },
    16,
    'above 0 among 28 days = 16 (0 for 11 days without a row)',
    '28 日のうち0より大きいもの = 16 (行のない 11 日は0)',
  ],
  [{ type: 'latest', day: 9 }, 5, 'value of day 9 = 5', 'day 9 の値 = 5'],
  [{ type: 'daysBetween', from: 2, to: 9 }, 7, 'day 9 − day 2 = 7 days', 'day 9 − day 2 = 7 日'],
  [{ type: 'change', now: 6, before: 12 }, -0.5, '6 ÷ 12 before − 1 = -0.5', '6 ÷ その前の 12 − 1 = -0.5'],
  [
    { type: 'slope', points: 28, empty: 0, grain },
    -0.3,
    'straight line through 28 points, per 30 days = -0.3',
    '28 点を通る直線の、30日あたりの増減 = -0.3',
  ],
  [
    { type: 'nps', promoters: 3, detractors: 1, answers: 5 },
    40,
    '(3 of 9–10 − 1 of 0–6) ÷ 5 answers × 100 = 40',
    '(9〜10の 3 件 − 0〜6の 1 件) ÷ 回答 5 件 × 100 = 40',
  ],
  [
    { type: 'distinct', of: 'users', rows: 34 },
    7,
    '34 rows, each person counted once = 7',
    '34 行から、同じ人を1人として数える = 7',
  ],
  [
    { type: 'ratio', numerator: part('Users', 3), denominator: part('Seats', 12) },
    0.25,
    'Users 3 ÷ Seats 12 = 0.25',
    'Users 3 ÷ Seats 12 = 0.25',
  ],
  [
    { type: 'formula', formula: '[a] + 2 × [b]', parts: [part('a', 1), part('b', 4)] },
    9,
    '[a 1] + 2 × [b 4] = 9',
    '[a 1] + 2 × [b 4] = 9',
  ],
  [
    { type: 'zScore', value: 5, mean: 8, deviation: 2, months: 11 },
    -1.5,
    '(5 now − mean 8) ÷ SD 2 = -1.5 (from 11 earlier months)',
    '(今回 5 − 平均 8) ÷ 標準偏差 2 = -1.5 (過去 11 か月の値から)',
  ],
  [
    { type: 'peerPercentile', value: 12, below: 30, equal: 6, peers: 90 },
    36.67,
    '(30 below + 6 equal ÷ 2) ÷ 90 accounts × 100 = 36.67 (own value 12)',
    '(下に 30 社 + 同じ値 6 社 ÷ 2) ÷ 90 社 × 100 = 36.67 (もとの値 12)',
  ],
  [{ type: 'recordCount', days: 90 }, 3, 'rows of the last 90 days = 3', '直近 90 日の行を数える = 3'],
  [{ type: 'recordSum', records: 2 }, 12, 'sum of 2 records = 12', '2 件の合計 = 12'],
];

describe('the arithmetic of a value in words', () => {
  it.each(cases)('%o', async (working, value, en, ja) => {
    expect(describeWorking(working, value, await wordsIn('en'))).toBe(en);
    expect(describeWorking(working, value, await wordsIn('ja'))).toBe(ja);
  });

  it('has a line for every kind', () => {
    const kinds = valueWorkingSchema.options.map((option) => option.shape.type.value);
    expect(new Set(cases.map(([{ type }]) => type))).toEqual(new Set(kinds));
  });
});
