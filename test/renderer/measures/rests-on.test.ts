import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { restsOn } from '../../../renderer/features/measures/rests-on.ts';
import { createFormat } from '../../../renderer/format/use-format.ts';
import { enCommon } from '../../../renderer/i18n/en/common.ts';
import { enMeasures } from '../../../renderer/i18n/en/measures.ts';
import { jaCommon } from '../../../renderer/i18n/ja/common.ts';
import { jaMeasures } from '../../../renderer/i18n/ja/measures.ts';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';

const figures: MeasureFigures = {
  ...{ measureId: 'nps', rows: 6034, missingRows: 2074, churners: 41, churnersWithValue: 29 },
  histogram: { edges: [0, 1], churned: [29], kept: [3931] },
  ...{ auc: null, healthier: 'notSettled', fifths: [], examples: [], suspicious: [] },
};

async function wordsIn(language: 'ja' | 'en'): Promise<string> {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    resources: {
      ja: { measures: jaMeasures, common: jaCommon },
      en: { measures: enMeasures, common: enCommon },
    },
    interpolation: { escapeValue: false },
  });
  const format = createFormat(language, i18n.getFixedT(language, 'common'));
  return restsOn(figures, i18n.getFixedT(language, 'measures'), format);
}

describe('what the figures of a measure rest on', () => {
  it('is the churned accounts and rows with a value, beside all of them', async () => {
    expect(await wordsIn('en')).toBe('From 29 churned, 3,960 rows with a value (of 41 churned, 6,034 rows)');
    expect(await wordsIn('ja')).toBe('値のある解約 29 社、3,960 行から計算 (全体は解約 41 社、6,034 行)');
  });
});
