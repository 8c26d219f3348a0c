import { describe, expect, it } from 'vitest';
import {
  buildNextStep,
  buildVerdictSentence,
  toTwoDigits,
  writeDifference,
} from '../../../renderer/features/backtest/build-verdict-sentence.ts';
import { startI18n } from '../../../renderer/i18n/start-i18n.ts';
import type { Verdict } from '../../../shared/schemas/figures.ts';
import { figuresOf } from './figures-of.ts';

const words = {
  ja: startI18n('ja').getFixedT('ja', ['backtest', 'common'] as const),
  en: startI18n('en').getFixedT('en', ['backtest', 'common'] as const),
};

function say(language: 'ja' | 'en', ...about: Parameters<typeof figuresOf>): string {
  return buildVerdictSentence(figuresOf(...about), words[language]);
}

const directional = { gate: 'directional', churners: 14 } as const;

describe('the verdict sentence', () => {
  it('names the churners first, the baseline and the interval when the score works', () => {
    expect(say('en', {})).toBe(
      'Over 64 churned accounts this score finds churn better than "days since last activity" (AUC difference +0.060, 95 % interval +0.010 to +0.110).',
    );
    expect(say('ja', {})).toBe(
      '解約 64 社の検証では、このスコアは「最終利用からの日数」より解約をよく見分けています (AUC の差 +0.060、95 % 区間 +0.010〜+0.110)。',
    );
  });

  it('says "points the right way" instead below 30 churners', () => {
    expect(say('en', directional)).toMatch(/^Directional only: over 14 churned .* points the right way/);
    expect(say('ja', directional)).toMatch(/^方向のみ: 解約 14 社の.*良い方向を示しています/);
  });

  it('says "but by little" when it works by little', () => {
    expect(say('en', { kind: 'worksByLittle' })).toMatch(/better than .*, but by little/);
    expect(say('ja', { kind: 'worksByLittle' })).toMatch(/よく見分けていますが、差はわずか/);
    expect(say('en', { kind: 'worksByLittle', ...directional })).toMatch(
      /^Directional only: .*right way.*but by little/,
    );
    expect(say('ja', { kind: 'worksByLittle', ...directional })).toMatch(/^方向のみ: .*良い方向.*わずか/);
  });

  it('says worse, slightly worse and no better of the baseline that decided', () => {
    const difference = { value: -0.08, low: -0.12, high: -0.04 };
    const about = [{ kind: 'worse', decidedBy: 'usageOnly' }, { difference }] as const;
    expect(say('en', ...about)).toBe(
      'Over 64 churned accounts this score finds churn worse than "usage only" (AUC difference −0.080, 95 % interval −0.120 to −0.040).',
    );
    expect(say('ja', ...about)).toMatch(/「利用だけ」ほど解約を見つけられていません \(AUC の差 −0.080/);
    expect(say('en', { kind: 'slightlyWorse' })).toMatch(/slightly worse than "days since/);
    expect(say('ja', { kind: 'slightlyWorse' })).toMatch(/わずかに劣ります/);
    expect(say('en', { kind: 'noBetter', decidedBy: 'tenure' })).toMatch(/no better than "tenure"/);
    expect(say('ja', { kind: 'noBetter' })).toMatch(/より良いとは言えません/);
  });

  it('says how many more churned accounts would tell, and how long that takes', () => {
    const verdict = { kind: 'cannotTell', moreIs: 'number', moreChurners: 304, months: 93.7 } as const;
    expect(say('en', { ...verdict, ...directional })).toBe(
      'Directional only: cannot tell yet. With 14 churned accounts the difference may be chance. About 300 more (94 months at your rate) give an 80 % chance to see a gain of 0.05. So far it lies on the better side of "days since last activity" (AUC difference +0.060, 95 % interval +0.010 to +0.110).',
    );
    expect(say('ja', { ...verdict, ...directional })).toBe(
      '方向のみ: まだ判断できません。解約 14 社では差が偶然か分かりません。あと約 300 社の解約があれば、0.05 の差を 80 % の確率で見分けられます (今のペースで約 94 か月)。ここまでの方向: 「最終利用からの日数」より良いほうです (AUC の差 +0.060、95 % 区間 +0.010〜+0.110)。',
    );
    expect(say('en', { ...verdict, months: null })).not.toMatch(/months/);
    expect(say('ja', { ...verdict, months: null })).not.toMatch(/か月/);
  });

  it('gives the direction so far below 30 churners only', () => {
    const about = { kind: 'cannotTell', moreIs: 'small', moreChurners: -1 } as const;
    const at = (value: number) => ({ difference: { value, low: value - 0.1, high: value + 0.1 } });
    expect(say('ja', { ...about, ...directional }, at(-0.04))).toMatch(/より悪いほうです \(AUC の差 −0.04/);
    expect(say('en', { ...about, ...directional }, at(0.0001))).toMatch(/So far it is about the same as/);
    expect(say('en', { ...about, ...directional }, at(-0.002))).toMatch(/So far it is about the same as/);
    expect(say('en', about, at(0.04))).not.toMatch(/So far/);
  });

  it('gives no number where far more would be needed or the gain is small', () => {
    expect(say('en', { kind: 'cannotTell', moreIs: 'farMore', moreChurners: 9000 })).toMatch(
      /far more churned/,
    );
    expect(say('ja', { kind: 'cannotTell', moreIs: 'farMore', moreChurners: 9000 })).toMatch(/はるかに多く/);
    expect(say('en', { kind: 'cannotTell', moreIs: 'small', moreChurners: -3 })).toMatch(/if any, is small/);
    expect(say('ja', { kind: 'cannotTell', moreIs: 'small', moreChurners: -3 })).toMatch(/小さいもの/);
  });

  it('says how many churned accounts had no score when that is why it cannot tell', () => {
    const about = [
      { kind: 'cannotTell', reason: 'unscored', moreIs: 'number', moreChurners: 20 },
      { test: { churners: 40, unscoredChurners: 9 } },
    ] as const;
    expect(say('en', ...about)).toMatch(/Of 40 churned accounts 9 had no score/);
    expect(say('ja', ...about)).toMatch(/解約 40 社のうち 9 社/);
  });

  it('gives no verdict below ten churned accounts but counts those red in time', () => {
    const about = [
      { kind: 'tooFew', gate: 'tooFew', churners: 7, decidedBy: null },
      { test: { churners: 7, caught: 3 } },
    ] as const;
    expect(say('en', ...about)).toBe(
      '7 churned accounts: too few for a grade. Read them as cases; 3 were red in time.',
    );
    expect(say('ja', ...about)).toBe(
      '解約は 7 社です。採点には少なすぎるため、事例として読んでください。3 社は間に合う時期に警戒になっていました。',
    );
    expect(say('en', { ...about[0], churners: 1 })).toMatch(/^1 churned account: /);
  });

  it.each(['oneClass', 'constantScore', 'noRows', 'unscored', 'noSplit'] as const)(
    'has a reason of its own for an undefined verdict: %s',
    (reason) => {
      const others = (['oneClass', 'constantScore', 'noRows', 'unscored', 'noSplit'] as const).filter(
        (other) => other !== reason,
      );
      for (const language of ['ja', 'en'] as const) {
        const sentence = say(language, { kind: 'undefined', reason });
        expect(sentence).toMatch(language === 'ja' ? /^判定できません。/ : /^No verdict is possible: /);
        for (const other of others)
          expect(say(language, { kind: 'undefined', reason: other })).not.toBe(sentence);
      }
    },
  );

  it('says that figures without a split are optimistic, and whether the person chose that', () => {
    const verdict = { kind: 'designOnly', reason: 'noSplit', decidedBy: null } as const;
    expect(say('en', verdict, { test: null })).toMatch(
      /64 churned accounts are too few to split .* optimistic/,
    );
    expect(say('ja', verdict, { test: null })).toMatch(/分けられません.*楽観的/);
    expect(say('en', verdict, { test: null, testFrom: null })).toMatch(/without a split.* optimistic/);
    expect(say('ja', { ...verdict, ...directional }, { test: null })).toMatch(/^方向のみ: /);
  });

  it('advises a split when the person chose none', () => {
    const verdict = { kind: 'designOnly', reason: 'noSplit', decidedBy: null } as const;
    expect(buildNextStep(figuresOf(verdict, { test: null, testFrom: null }), words.en)).toMatch(
      /"Test window from"/,
    );
    expect(buildNextStep(figuresOf(verdict, { test: null }), words.en)).toMatch(/older history/);
  });

  it('leaves no placeholder open, whatever the verdict', () => {
    const kinds: Verdict['kind'][] = [
      'works',
      'worksByLittle',
      'worse',
      'slightlyWorse',
      'noBetter',
      'cannotTell',
      'tooFew',
      'undefined',
      'designOnly',
    ];
    for (const kind of kinds) {
      for (const gate of ['tooFew', 'directional', 'full'] as const) {
        for (const language of ['ja', 'en'] as const) {
          const figures = figuresOf({ kind, gate, moreIs: 'number', moreChurners: 30, months: 9 });
          const text =
            buildVerdictSentence(figures, words[language]) + buildNextStep(figures, words[language]);
          expect(text).not.toMatch(/\{\{|verdict\.|baseline\.|NaN|null|undefined/);
        }
      }
    }
  });
});

describe('a rough estimate', () => {
  it('keeps two digits and no fraction', () => {
    expect([347, 34.6, 3.4, 96].map(toTwoDigits)).toEqual([350, 35, 3, 96]);
  });
});

describe('a difference in a sentence', () => {
  it('carries its sign, and none when it rounds to nothing', () => {
    expect([0.061, -0.02, 0.0001, -0.0004].map(writeDifference)).toEqual([
      '+0.061',
      '−0.020',
      '0.000',
      '0.000',
    ]);
  });
});
