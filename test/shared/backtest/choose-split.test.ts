import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPanel, type Panel, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { assignWindows, chooseTestFrom, rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { life, lifeTable, plainSettings, scoredPanel } from './random-panel.ts';

describe('the default split', () => {
  it('equals trying every date and counting lives', () => {
    let found = 0;
    fc.assert(
      fc.property(scoredPanel(200), ({ panel, scores, settings }) => {
        const isScored = (r: number) => scores[r] !== -1;
        const chosen = chooseTestFrom(panel, settings, isScored);
        if (chosen !== null) found++;
        expect(chosen).toBe(slowTestFrom(panel, settings, isScored));
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(found).toBeGreaterThan(30);
  });

  // churners per as-of date 100, 200, 300; each is positive on exactly one date
  it.each([
    ['the share nearest to .40', [60, 25, 15], 200],
    ['the later date on a tie', [50, 20, 30], 300],
    ['nothing with 9 churners on a side', [9, 0, 30], null],
    ['10 churners on each side', [10, 0, 10], 300],
  ])('takes %s', (_, churners, expected) => {
    const { panel, settings } = panelWith(churners);
    expect(chooseTestFrom(panel, settings, () => true)).toBe(expected);
  });

  it('counts only scored churners', () => {
    const { panel, settings } = panelWith([10, 0, 10]);
    expect(chooseTestFrom(panel, settings, (r) => r !== 0)).toBeNull();
  });

  it('is none on an empty panel', () => {
    const panel = buildPanel(lifeTable([], 0), plainSettings);
    expect(chooseTestFrom(panel, plainSettings, () => true)).toBeNull();
  });
});

describe('windows', () => {
  it('keep gap + horizon between the last design date and the first test date', () => {
    fc.assert(
      fc.property(scoredPanel(5), fc.integer({ min: 40, max: 500 }), ({ panel, settings }, testFrom) => {
        const reach = settings.gapDays + settings.horizonDays;
        assignWindows(panel, settings, testFrom).forEach((window, s) => {
          const day = panel.asOfDays[s]!;
          const isMature = day + reach <= settings.knownThrough;
          const side = day >= testFrom ? 'test' : testFrom - day >= reach ? 'design' : 'purge';
          expect(window).toBe(isMature ? side : 'pending');
        });
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('are all one without a split', () => {
    const { panel, settings } = panelWith([1, 1, 1]);
    expect(assignWindows(panel, { ...settings, knownThrough: 250 }, null)).toEqual(['all', 'all', 'pending']);
  });

  it('hold the rows that count, no other', () => {
    fc.assert(
      fc.property(scoredPanel(10), ({ panel, settings }) => {
        const windows = assignWindows(panel, settings, 200);
        const expected = Array.from(panel.account.keys()).filter(
          (r) => panel.label[r]! <= POSITIVE && windows[panel.snapshot[r]!] === 'test',
        );
        expect(Array.from(rowsOfWindow(panel, windows, ['test']))).toEqual(expected);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

function slowTestFrom(panel: Panel, settings: BacktestSettings, isScored: (row: number) => boolean) {
  const positives = Array.from(panel.account.keys()).filter(
    (r) => panel.label[r] === POSITIVE && isScored(r),
  );
  const livesWhere = (keep: (day: number) => boolean) =>
    new Set(positives.filter((r) => keep(panel.asOf[r]!)).map((r) => panel.life[r])).size;
  const candidates = Array.from(panel.asOfDays).map((day) => ({
    day,
    test: livesWhere((asOf) => asOf >= day),
    design: livesWhere((asOf) => asOf <= day - settings.gapDays - settings.horizonDays),
  }));
  const usable = candidates.filter(({ test, design }) => test >= 10 && design >= 10);
  const distance = ({ test, design }: { test: number; design: number }) =>
    Math.round(1e9 * Math.abs(test / (test + design) - 0.4));
  return usable.sort((a, b) => distance(a) - distance(b) || b.day - a.day)[0]?.day ?? null;
}

/** A panel at days 100, 200 and 300 with so many churners 10 days after each, and one account that stays. */
function panelWith(churners: readonly number[]): { panel: Panel; settings: BacktestSettings } {
  const ends = churners.flatMap((count, s) => new Array<number>(count).fill(110 + 100 * s));
  const lives = ends.map((endDay, account) => life({ account, endDay }));
  const settings: BacktestSettings = { ...plainSettings, schedule: { type: 'typed', days: [100, 200, 300] } };
  return {
    panel: buildPanel(lifeTable([...lives, life({ account: ends.length })], ends.length + 1), settings),
    settings,
  };
}
