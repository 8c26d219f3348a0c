import { beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../../../renderer/features/backtest/build-band-option.ts';
import { buildVerdictSentence } from '../../../../renderer/features/backtest/build-verdict-sentence.ts';
import { buildReport } from '../../../../renderer/features/backtest/report/build-report.ts';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { longestReport } from '../../../../shared/ipc/report-calls.ts';
import { elementsOf, type MarkupElement, parseMarkup, textOf } from '../../../helpers/parse-markup.ts';
import { gradeSample, reportWords, type SampleReport } from './sample-report.ts';

const both = ['ja', 'en'] as const;
let sample: SampleReport;

beforeAll(async () => {
  sample = await gradeSample();
});

function build(language: Language, change: Partial<SampleReport> = {}): string {
  return buildReport({ ...sample, ...change, words: reportWords(language) });
}

function tableOf(document: MarkupElement, caption: string): string[][] {
  const tables = elementsOf(document).filter(({ name }) => name === 'table');
  const found = tables.find((table) =>
    elementsOf(table).some((one) => one.name === 'caption' && textOf(one) === caption),
  );
  if (found === undefined) throw new Error(`no table ${caption}`);
  const rows = elementsOf(found).filter(({ name }) => name === 'tr');
  return rows.slice(1).map((row) =>
    elementsOf(row)
      .filter(({ name }) => name === 'th' || name === 'td')
      .map(textOf),
  );
}

function attributesOf(document: MarkupElement): [string, string][] {
  return elementsOf(document).flatMap(({ attributes }) => Object.entries(attributes));
}

describe.each(both)('the report in %s', (language) => {
  const { t, format } = reportWords(language);

  it('says the verdict as the screen does', () => {
    const document = parseMarkup(build(language));
    const sentence = elementsOf(document).find(
      ({ attributes }) => attributes['data-testid'] === 'verdict-sentence',
    );
    expect(textOf(sentence!)).toBe(buildVerdictSentence(sample.output.figures, t));
  });

  it('holds the figures of every band', () => {
    const rows = tableOf(parseMarkup(build(language)), t('report.results.bands'));
    const { bands } = sample.output.figures.test!;
    expect(rows).toEqual(
      sample.output.scorecard.bands.map((band, i) => {
        const { rows, share, accounts, positives, rate, low, high } = bands[i]!;
        return [
          nameOf(band),
          format.number(rows, 0),
          format.percent(share),
          format.number(accounts, 0),
          format.number(positives, 0),
          format.percent(rate),
          format.percentInterval(low, high),
        ];
      }),
    );
    expect(bands.reduce((sum, { rows }) => sum + rows, 0)).toBe(2409);
  });

  it('holds AUC, difference and interval of every baseline', () => {
    const rows = tableOf(parseMarkup(build(language)), t('report.results.baselines')).slice(1);
    const { baselines } = sample.output.figures;
    const write = (value: number) => format.auc(value, 3);
    expect(rows.map(([name, auc]) => [name, auc])).toEqual(
      baselines.map(({ key, auc }) => [
        t(`baseline.name.${key}`),
        auc === null ? '–' : write(auc.value) + format.interval(auc.low, auc.high, write),
      ]),
    );
    const differences = baselines.map(({ difference }) => format.difference(difference?.value ?? null, 3));
    expect(rows.map(([, , difference], i) => difference?.startsWith(differences[i]!))).toEqual(
      baselines.map(() => true),
    );
  });

  it('counts every churner among the causes, and every imported file with its hash', () => {
    const document = parseMarkup(build(language));
    const causes = tableOf(document, t('report.results.misses')).map((row) => Number(row[2]));
    expect(causes).toEqual(sample.lab!.lab.misses.causes.map(({ count }) => count));
    expect(causes.reduce((sum, count) => sum + count, 0)).toBe(sample.output.figures.test!.churners);
    const files = tableOf(document, t('report.methods.files'));
    expect(files.map((row) => row[3])).toEqual(sample.facts.files.map(({ sha256 }) => sha256));
    expect(files.map((row) => row[1])).toEqual(sample.facts.files.map(({ rows }) => format.number(rows, 0)));
  });

  it('shares out the whole weight among the measures', () => {
    const document = parseMarkup(build(language));
    const shares = sample.output.scorecard.groups.flatMap((group) =>
      tableOf(document, group.name).map((row) => Number.parseFloat(row[1]!)),
    );
    expect(shares).toHaveLength(6);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  });

  it('needs nothing from outside and runs nothing', () => {
    const text = build(language);
    const document = parseMarkup(text);
    expect(text).not.toMatch(/https?:|javascript:|@import|url\((?!#)/);
    const names = new Set(elementsOf(document).map(({ name }) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'foreignObject', 'form', 'use'])
      expect(names.has(name), name).toBe(false);
    const attributes = attributesOf(document);
    expect(attributes.filter(([name]) => /^on|^(?:src|action|xlink:href)$/.test(name))).toEqual([]);
    expect(attributes.filter(([name, value]) => name === 'href' && !value.startsWith('#'))).toEqual([]);
  });

  it('gives every id once and points at ids that are there', () => {
    const attributes = attributesOf(parseMarkup(build(language)));
    const ids = attributes.filter(([name]) => name === 'id').map(([, value]) => value);
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = attributes.flatMap(([name, value]) =>
      name === 'aria-labelledby'
        ? [value]
        : name === 'href'
          ? [value.slice(1)]
          : [...value.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]),
    );
    expect(pointed.length).toBeGreaterThan(8);
    expect(pointed.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('is the same text from the same figures, and far below the limit', () => {
    const text = build(language);
    expect(build(language)).toBe(text);
    expect(text.length).toBeLessThan(longestReport / 5);
  });

  it('has no letter of the other language in its own words', () => {
    const neutral = {
      ...sample.output,
      scorecard: { ...sample.output.scorecard, groups: [], bands: plainBands() },
    };
    const text = textOf(
      parseMarkup(
        build('en', {
          output: neutral,
          workspace: '',
          gaps: null,
          lab: null,
          facts: { ...sample.facts, files: [] },
        }),
      ),
    ).replaceAll(sample.output.scorecard.name, '');
    const { goal, healthyCustomer } = sample.output.scorecard.purpose;
    const own = text
      .replaceAll(goal, '')
      .replaceAll(healthyCustomer, '')
      .replace(/「[^」]*」|"[^"]*"/g, '');
    expect(own).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});

function plainBands() {
  return sample.output.scorecard.bands.map((band) => ({ ...band, label: 'Band', action: '', owner: '' }));
}

describe('names in a report', () => {
  const name = '<img src=x onerror=alert(1)> "شركة" & 👩‍💻';

  it('stay names, whatever they hold', () => {
    const { scorecard } = sample.output;
    const document = parseMarkup(
      build('en', {
        workspace: name,
        output: {
          ...sample.output,
          scorecard: {
            ...scorecard,
            name,
            purpose: { ...scorecard.purpose, goal: name },
            groups: scorecard.groups.map((group) => ({ ...group, name })),
            bands: scorecard.bands.map((band) => ({
              ...band,
              label: name,
              symbol: '<b>',
              action: name,
              owner: name,
            })),
          },
        },
        facts: {
          ...sample.facts,
          measures: sample.facts.measures.map((measure) => ({ ...measure, name })),
          files: sample.facts.files.map((file) => ({ ...file, name })),
        },
      }),
    );
    const names = elementsOf(document).map((element) => element.name);
    expect(names).not.toContain('img');
    expect(attributesOf(document).filter(([attribute]) => attribute.startsWith('on'))).toEqual([]);
    const heading = elementsOf(document).find((element) => element.name === 'h1');
    expect(textOf(heading!)).toBe(name);
  });

  it('of accounts are left out, cases told or not, unless they are asked for', () => {
    const { figures } = sample.output;
    const few = {
      ...sample.output,
      figures: {
        ...figures,
        verdict: { ...figures.verdict, kind: 'tooFew' as const, gate: 'tooFew' as const },
      },
    };
    const accounts = sample.lab!.accounts.flatMap(({ accountId, name: own }) => [accountId, own]);
    const told = sample.lab!.lab.cases.cases.filter(({ kind }) => kind === 'churned');
    expect(told.length).toBeGreaterThan(3);
    for (const text of [build('ja'), build('ja', { output: few })]) {
      expect(accounts.filter((account) => text.includes(account))).toEqual([]);
    }
    const rows = tableOf(parseMarkup(build('ja', { output: few, showsNames: true })), '事例');
    const byIndex = new Map(sample.lab!.accounts.map((account) => [account.index, account]));
    expect(rows.map((row) => row[0])).toEqual(
      told.slice(0, 20).map(({ account }) => byIndex.get(account)!.name),
    );
  });
});

describe('a report', () => {
  it('says so where figures could not be computed', () => {
    const text = textOf(parseMarkup(build('en', { lab: null, gaps: null })));
    expect(text.split('The figures of this part could not be computed.')).toHaveLength(3);
  });

  it('warns that the figures are optimistic without a split, and that the data have changed', () => {
    const { figures } = sample.output;
    const output = { ...sample.output, opened: 0, figures: { ...figures, test: null, testFrom: null } };
    const text = textOf(parseMarkup(build('en', { output, facts: { ...sample.facts, isSameData: false } })));
    expect(text).toContain('The figures are on the data the score was drawn on.');
    expect(text).toContain('The data have changed since the grade.');
    expect(text).toContain('There is no split');
  });

  it('names the version that scores as the run did', () => {
    const version = { number: 2, name: 'Autumn', note: '', savedAt: '', designHash: '' };
    expect(textOf(parseMarkup(build('en', { facts: { ...sample.facts, version } })))).toContain(
      'Version 2 "Autumn"',
    );
  });

  it('speaks of the outcome that is looked for', () => {
    const { figures } = sample.output;
    const output = {
      ...sample.output,
      figures: { ...figures, settings: { ...figures.settings, outcome: 'expansion' as const } },
    };
    const text = textOf(
      parseMarkup(buildReport({ ...sample, output, words: reportWords('en', 'expansion') })),
    );
    expect(text).toContain('Expansion rate by band');
    expect(text).not.toContain('Churn rate by band');
  });
});
