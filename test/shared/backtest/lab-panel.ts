import fc from 'fast-check';
import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { assignWindows } from '../../../shared/backtest/choose-split.ts';
import type { LabInput } from '../../../shared/backtest/lab-input.ts';
import { buildWeeklyRows, type WeeklyScores, weeklyTargets } from '../../../shared/backtest/weekly-scores.ts';
import type { LifeInput } from '../../../shared/measures/build-dataset.ts';
import type { LifeTable } from '../../../shared/measures/dataset.ts';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import { createRandom } from '../../../shared/statistics/random.ts';
import { lifeTable, plainSettings, randomLives, settings } from './random-panel.ts';

/** Green from 70, amber from 40, red below: red is the alarm. */
export const traffic = presetBands('traffic', 'en');
export const isRed = (score: number) => score >= 0 && score < 400;

/** Score in tenths of an account as of a day; −1 = not scored. */
export type ScoreRule = (account: number, asOf: number) => number;

export interface Lab {
  readonly lives: LifeTable;
  readonly input: LabInput & { readonly settings: BacktestSettings; readonly daysBetween: number };
  readonly weekly: WeeklyScores;
}

/** A finished replay of some lives under a rule, with its weekly scores. `testFrom` null = no split. */
export function lab(
  lives: readonly LifeInput[],
  score: ScoreRule,
  part: Partial<BacktestSettings> & { testFrom: number | null },
): Lab {
  const accounts = lives.reduce((highest, { account }) => Math.max(highest, account + 1), 1);
  return labOf(lifeTable(lives, accounts), score, { ...plainSettings, ...part });
}

export function labOf(lives: LifeTable, score: ScoreRule, drawn: BacktestSettings): Lab {
  const panel: Panel = buildPanel(lives, drawn);
  const scores = Int16Array.from(panel.account, (account, r) => score(account, panel.asOf[r]!));
  const testFrom = drawn.testFrom === 'auto' ? null : drawn.testFrom;
  const windows = assignWindows(panel, drawn, testFrom);
  const input = { panel, scores, windows, bands: traffic, settings: drawn, daysBetween: 30 };
  const rows = buildWeeklyRows(lives, weeklyTargets(lives, input), drawn.minimumTenureDays);
  const weekly = { ...rows, scores: Int16Array.from(rows.account, (a, i) => score(a, rows.asOf[i]!)) };
  return { lives, input, weekly };
}

/** Labs of random lives with scores on few levels, some missing; a split is drawn too. */
export function randomLab(most: number): fc.Arbitrary<Lab> {
  return fc
    .tuple(
      randomLives(most),
      settings,
      fc.option(fc.integer({ min: 60, max: 300 })),
      fc.integer({ min: 0, max: 2 ** 30 }),
    )
    .map(([lives, drawn, testFrom, seed]) => {
      const accounts = lives.reduce((highest, { account }) => Math.max(highest, account + 1), 1);
      return labOf(lifeTable(lives, accounts), randomRule(seed), { ...drawn, testFrom });
    });
}

/** A rule that gives each account and week its own score, from few levels, missing in one of eight. */
export function randomRule(seed: number): ScoreRule {
  return (account, asOf) => {
    const draw = createRandom((seed + account * 7919 + Math.floor(asOf / 21) * 104729) >>> 0).integer(64);
    return draw % 8 === 0 ? -1 : (draw % 11) * 95 + (draw % 3);
  };
}
