import { describe, expect, it } from 'vitest';
import { english, japanese } from '../../../renderer/i18n/catalogues.ts';
import { sayOutcome } from '../../../renderer/i18n/say-outcome.ts';
import { startI18n } from '../../../renderer/i18n/start-i18n.ts';

const others = ['contraction', 'expansion', 'renewal'] as const;

describe('the words of a back-test', () => {
  it('speak of the outcome that was looked for', () => {
    const ja = sayOutcome(startI18n('ja'), 'expansion');
    const en = sayOutcome(startI18n('en'), 'expansion');
    expect(ja.t('backtest:explorer.churnedRows', { n: 3 })).toBe('拡大 (n 3 行)');
    expect(en.t('backtest:explorer.churnedRows', { n: 3 })).toBe('Expanded (n 3 rows)');
    expect(en.t('backtest:explorer.cell.caught')).toBe('Found');
    expect(en.t('common:unit.churner', { count: 4, value: '4' })).toBe('4 expanded');
  });

  it('are the window’s own for churn, and stay so beside another outcome', () => {
    const window = startI18n('en');
    expect(sayOutcome(window, 'churn')).toBe(window);
    sayOutcome(window, 'expansion');
    expect(window.t('backtest:explorer.cell.caught')).toBe('Caught');
  });

  it('are in the language that was changed to', async () => {
    const window = startI18n('ja');
    await window.changeLanguage('en');
    expect(sayOutcome(window, 'expansion').t('backtest:explorer.cell.caught')).toBe('Found');
  });

  it.each(others)('leave no word of churn in the figures (%s)', (outcome) => {
    for (const [language, catalogue] of [
      ['ja', japanese.backtest],
      ['en', english.backtest],
    ] as const) {
      const spoken = sayOutcome(startI18n(language), outcome);
      for (const part of ['verdict', 'explorer', 'charts', 'bands', 'dates', 'drill', 'lab'] as const) {
        const texts = textsOf(spoken.getResource(language, 'backtest', part));
        expect(texts).toHaveLength(textsOf(catalogue[part]).length);
        expect(texts.filter((text) => /解約|churn/i.test(withoutPlaceholders(text)))).toEqual([]);
      }
    }
  });

  it('leave no word of churn beside measures and live figures either', () => {
    for (const language of ['ja', 'en'] as const) {
      const spoken = sayOutcome(startI18n(language), 'expansion');
      const shown = [
        ...[
          'why',
          'healthier',
          'fifthsLabel',
          'explorer.columnHelp',
          'explorer.keepHint',
          'explorer.view',
        ].map((part) => spoken.getResource(language, 'measures', part)),
        ...[
          'live',
          'suggest',
          'purpose',
          'graded',
          'scale',
          'rules',
          'panels.patterns',
          'panels.weights',
        ].map((part) => spoken.getResource(language, 'scorecard', part)),
        ...['unit', 'label', 'histogram'].map((part) => spoken.getResource(language, 'common', part)),
      ];
      expect(shown.every((part) => part !== undefined)).toBe(true);
      const said = textsOf(shown).map(withoutPlaceholders);
      expect(said.filter((text) => /解約|churn|\ba (other|expanded)/i.test(text))).toEqual([]);
    }
  });

  it('say which side is healthy by what happens to it', () => {
    const ja = sayOutcome(startI18n('ja'), 'expansion');
    expect(ja.t('measures:healthier.higher')).toBe('大きいほど拡大');
    expect(ja.t('common:label.churned')).toBe('拡大');
    expect(ja.t('scorecard:panels.purpose.aimOf.preventChurn')).toBe('解約を防ぐ');
  });

  it.each(others)('keep every placeholder (%s)', (outcome) => {
    const spoken = sayOutcome(startI18n('en'), outcome);
    const before = textsOf(english.backtest.lab)
      .join()
      .match(/\{\{.*?\}\}/g);
    expect(
      textsOf(spoken.getResource('en', 'backtest', 'lab'))
        .join()
        .match(/\{\{.*?\}\}/g),
    ).toEqual(before);
  });
});

function withoutPlaceholders(text: string): string {
  return text.replaceAll(/\{\{.*?\}\}/g, '');
}

function textsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap(textsOf);
}
