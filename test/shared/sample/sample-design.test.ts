import { describe, expect, it } from 'vitest';
import { buildPanel, KEPT, POSITIVE } from '../../../shared/backtest/build-panel.ts';
import { assignWindows, chooseTestFrom } from '../../../shared/backtest/choose-split.ts';
import { computeMeasure } from '../../../shared/measures/compute-measure.ts';
import { generateSample, sampleSeed } from '../../../shared/sample/generate-sample.ts';
import { sampleDesign } from '../../../shared/sample/sample-design.ts';
import { sampleImportPlan } from '../../../shared/sample/sample-import-plan.ts';
import type { SampleLanguage } from '../../../shared/sample/sample-words.ts';
import { importPlanSchema } from '../../../shared/schemas/import-plan.ts';
import { measureSchema } from '../../../shared/schemas/measure.ts';
import { scorecardSchema } from '../../../shared/schemas/scorecard.ts';
import { scoreAccount } from '../../../shared/scoring/score-account.ts';
import { sameDateAuc } from '../../../shared/statistics/same-date-auc.ts';
import { sampleDataset } from './sample-dataset.ts';
import { toDay } from './sample-panel.ts';

const languages: readonly SampleLanguage[] = ['ja', 'en'];
const settings = {
  schedule: { type: 'monthly', firstDay: toDay('2022-03-31'), lastDay: toDay('2024-06-30') },
  gapDays: 30,
  horizonDays: 60,
  minimumTenureDays: 0,
  outcomeDate: 'noticeOrEffective',
  voluntaryOnly: false,
  knownThrough: toDay('2024-06-30'),
  testFrom: 'auto',
  capacityPerAsOf: 12,
  seed: 1,
} as const;

function replay(language: SampleLanguage) {
  const { measures, scorecard } = sampleDesign(language);
  const dataset = sampleDataset(generateSample(sampleSeed, language), language);
  const panel = buildPanel(dataset.lives, settings);
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const values = new Map(measures.map((m) => [m.id, computeMeasure(dataset, m, byId, panel)]));
  const score = Array.from(
    panel.account,
    (_, r) => scoreAccount(scorecard, (id) => values.get(id)![r]!).scoreTenths,
  );
  return { panel, values, score };
}

describe('the design of the sample', () => {
  it.each(languages)('fits the schemas in %s', (language) => {
    const { measures, scorecard } = sampleDesign(language);
    expect(measures.map((measure) => measureSchema.parse(measure))).toEqual(measures);
    expect(scorecardSchema.parse(scorecard)).toEqual(scorecard);
    expect(scorecard.groups).toHaveLength(3);
    expect(scorecard.bands.every((band) => band.action !== '')).toBe(true);
  });

  it.each(languages)('has an import plan for every file in %s', (language) => {
    for (const file of generateSample(sampleSeed, language)) {
      const plan = importPlanSchema.parse(sampleImportPlan(file.fileName, language));
      const header = file.text.slice(0, file.text.indexOf('\n')).split(',');
      expect(plan.kind).toBe(file.kind);
      expect(plan.columns.map((column) => column.name)).toEqual(header);
    }
    expect(sampleImportPlan('other.csv', language)).toBeNull();
  });

  it.each(languages)('gives every measure values and most accounts a score in %s', (language) => {
    const { panel, values, score } = replay(language);
    const present = (list: ArrayLike<number>) =>
      Array.from(list).filter((value) => !Number.isNaN(value)).length;
    for (const list of values.values()) expect(present(list) / panel.account.length).toBeGreaterThan(0.5);
    for (const list of values.values()) expect(new Set(list).size).toBeGreaterThan(3);
    expect(score.filter((value) => value !== null).length / score.length).toBeGreaterThan(0.95);
  });

  it('gives the same scores in both languages', () => {
    expect(replay('en').score).toEqual(replay('ja').score);
  });

  it('ranks churned below kept accounts in a test window of 20 or more churners', () => {
    const { panel, score } = replay('ja');
    const testFrom = chooseTestFrom(panel, settings, (row) => score[row] !== null);
    const windows = assignWindows(panel, settings, testFrom);
    const figures = (['design', 'test'] as const).map((wanted) => {
      const rows = Array.from(panel.account.keys()).filter(
        (r) =>
          windows[panel.snapshot[r]!] === wanted &&
          score[r] !== null &&
          (panel.label[r] === KEPT || panel.label[r] === POSITIVE),
      );
      return sameDateAuc({
        account: Int32Array.from(rows, (r) => panel.account[r]!),
        snapshot: Int32Array.from(rows, (r) => panel.snapshot[r]!),
        positive: Uint8Array.from(rows, (r) => Number(panel.label[r] === POSITIVE)),
        bucket: Int32Array.from(rows, (r) => score[r]!),
        snapshotCount: panel.asOfDays.length,
      });
    });
    for (const { auc, churnedAccounts } of figures) {
      expect(churnedAccounts).toBeGreaterThanOrEqual(20);
      expect(auc).toBeGreaterThan(0.72);
      expect(auc).toBeLessThan(0.9);
    }
  });
});
