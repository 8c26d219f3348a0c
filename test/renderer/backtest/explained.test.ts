import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english, japanese } from '../../../renderer/i18n/catalogues.ts';

const features = resolve(import.meta.dirname, '../../../renderer/features');
const everyFile = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(features, name), 'utf8') }));
const files = everyFile.filter(({ name }) => name.startsWith('backtest'));

/** Opening tags of a component, each with its file. */
function tagsOf(component: string): { name: string; tag: string }[] {
  const pattern = new RegExp(`<${component}\\b(?:[^<>{}]|\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\})*>`, 'g');
  return files.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([tag]) => ({ name, tag })));
}

describe('a statistic on the back-test screen', () => {
  it('that heads a column of numbers explains itself', () => {
    const heads = tagsOf('ColumnHead').filter(({ tag }) => /\bright\b/.test(tag));
    expect(heads.length).toBeGreaterThan(30);
    expect(heads.filter(({ tag }) => !tag.includes('term=') && !tag.includes('help='))).toEqual([]);
  });

  it('that stands alone, or heads a chart, explains itself', () => {
    const figures = [...tagsOf('PlainFigure'), ...tagsOf('RateFigure'), ...tagsOf('RateLine')];
    expect(figures.length).toBeGreaterThan(6);
    expect(figures.filter(({ tag }) => !tag.includes('term='))).toEqual([]);
    const charts = files.filter(({ name }) =>
      /(charts\/.*-chart|band-chart|month-chart|roc-chart)\.tsx$/.test(name),
    );
    expect(charts.length).toBeGreaterThan(8);
    expect(charts.filter(({ text }) => !/\bterm=/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('does so on the measures, in the live column and on the account page too', () => {
    for (const name of [
      'measures/measure-facts',
      'scorecard/live-figures-view',
      'accounts/account-summary',
    ]) {
      expect(everyFile.find((file) => file.name === `${name}.tsx`)?.text, name).toContain('<Explained term=');
    }
  });

  it('has one plain sentence in both languages', () => {
    for (const [term, text] of Object.entries(japanese.explain)) {
      expect(text, term).toMatch(/です。|ます。|せん。|です\(.*\)。|。$/);
      expect(text.length, term).toBeLessThan(120);
      const said = english.explain[term as keyof typeof english.explain];
      expect(said, term).toMatch(/\.$/);
      expect(said.split(/[.!?] [A-Z]/), term).toHaveLength(1);
      expect(said.length, term).toBeLessThan(200);
    }
  });

  it('is used somewhere: no sentence lies idle', () => {
    const all = everyFile.map(({ text }) => text).join('\n');
    const idle = Object.keys(japanese.explain).filter((term) => !new RegExp(`['"]${term}['"]`).test(all));
    expect(idle).toEqual([]);
  });
});
