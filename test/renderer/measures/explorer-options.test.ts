import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBinOption, shownBins } from '../../../renderer/features/measures/build-bin-option.ts';
import { buildByDateOption } from '../../../renderer/features/measures/build-by-date-option.ts';
import {
  buildCorrelationMap,
  orderByCluster,
} from '../../../renderer/features/measures/build-correlation-map.ts';
import { buildHistoryOption } from '../../../renderer/features/measures/build-history-option.ts';
import { type MeasureRow, signalOfRow } from '../../../renderer/features/measures/build-measure-rows.ts';
import { buildPredictiveMap, placePoints } from '../../../renderer/features/measures/build-predictive-map.ts';
import { describeNoise } from '../../../renderer/features/measures/describe-noise.ts';
import { english } from '../../../renderer/i18n/catalogues.ts';
import type { ExploredMeasure, Explorer } from '../../../shared/schemas/measure-explorer.ts';

const words = { ink: '#000', paper: '#fff', low: 'low', high: 'high' };

function explored(measureId: string, part: Partial<ExploredMeasure> = {}): ExploredMeasure {
  const noise = { iv: 0.1, aucDistance: 0.06, shuffles: 200 };
  return { measureId, ks: 0.3, iv: 0.4, noise, staleShare: null, aroundChurn: null, sources: [], ...part };
}

function rowOf(id: string, auc: number | null, actionable = true): MeasureRow {
  return {
    measure: { id, name: id, aggregation: { type: 'tenure' }, direction: 'higher', actionable },
    words: '',
    figures: {
      ...{
        measureId: id,
        rows: 10,
        missingRows: 0,
        churners: 3,
        churnersWithValue: 3,
        healthier: 'higher',
        examples: [],
      },
      ...{ histogram: { edges: [0, 1], churned: [3], kept: [7] }, fifths: [], suspicious: [] },
      auc: auc === null ? null : { value: auc, low: auc - 0.1, high: auc + 0.1 },
    },
    explored: explored(id),
    cluster: null,
    usedIn: [],
  };
}

const explorer: Explorer = {
  items: ['a', 'b', 'c', 'd'].map((id) => explored(id)),
  clusters: [
    { members: ['a'], keep: 'a', why: 'only' },
    { members: ['b', 'd'], keep: 'd', why: 'signal' },
    { members: ['c'], keep: 'c', why: 'only' },
  ],
  correlations: [1, 0.1, null, 0.2, 0.1, 1, 0.3, -0.9, null, 0.3, 1, 0.4, 0.2, -0.9, 0.4, 1],
  ...{ rows: 10, churners: 3 },
};

describe('the correlation map', () => {
  const name = (id: string) => id.toUpperCase();
  const map = buildCorrelationMap(explorer, {
    ...words,
    name,
    tip: (a, b, rho) => `${a}${b} ${rho}`,
    rho: String,
  });

  it('puts measures that say the same beside each other, the largest group first', () => {
    expect(orderByCluster(explorer)).toEqual(['b', 'd', 'a', 'c']);
    expect(map.order).toEqual(['b', 'd', 'a', 'c']);
  });

  it('has a cell per pair, row by row, each with the pair’s own ρ', () => {
    const [cells, frames] = map.option.series as { data: unknown[] }[];
    expect(cells!.data).toHaveLength(16);
    expect(cells!.data.slice(0, 4)).toEqual([
      [0, 0, 1],
      [1, 0, -0.9],
      [2, 0, 0.1],
      [3, 0, 0.3],
    ]);
    expect(cells!.data[11]).toEqual([3, 2, '-']);
    expect(frames!.data).toEqual([[0, 2]]);
    const { formatter } = map.option.tooltip as { formatter: (item: object) => string };
    expect(formatter({ seriesType: 'heatmap', dataIndex: 1 })).toBe('bd -0.9');
    expect(formatter({ seriesType: 'heatmap', dataIndex: 11 })).toBe('ac null');
  });
});

describe('the map of signal and action', () => {
  const rows = [rowOf('weak', 0.55), rowOf('fixed', 0.8, false), rowOf('strong', 0.7), rowOf('none', null)];

  it('stacks each lane from the best AUC down, with a line between them', () => {
    const { points, upper } = placePoints(rows);
    expect(points.map(({ row, line }) => [row.measure.id, line])).toEqual([
      ['strong', 0],
      ['weak', 1],
      ['fixed', 3],
    ]);
    expect(upper).toBe(2);
  });

  it('tells above chance, one of two and within chance by shape, as the measure’s own page does', () => {
    const quiet = { ...rowOf('quiet', 0.7), explored: explored('quiet', { iv: 0.05 }) };
    const open = rowOf('open', 0.9);
    const unsettled = { ...open, figures: { ...open.figures!, healthier: 'notSettled' as const } };
    const none = { ...rowOf('faint', 0.52), explored: explored('faint', { iv: 0.05 }) };
    const map = buildPredictiveMap([...rows, quiet, unsettled, none], {
      ...{ actionable: 'yes', fixed: 'no', axis: 'AUC', ink: '#000' },
      signal: { above: 'above', half: 'half', within: 'within' },
      tip: ({ row }) => row.measure.name,
    });
    expect(map.series.map((points) => points.map(({ row }) => row.measure.id))).toEqual([
      ['strong', 'fixed'],
      ['open', 'quiet', 'weak'],
      ['faint'],
    ]);
    const series = map.option.series as { symbol: string; data: number[][] }[];
    expect(series.slice(0, 3).map(({ symbol }) => symbol)).toEqual(['circle', 'diamond', 'emptyCircle']);
    expect(series[0]!.data.map(([auc]) => auc)).toEqual([0.7, 0.8]);
    expect([quiet, unsettled, none].map(signalOfRow)).toEqual(['half', 'half', 'within']);
    expect(signalOfRow({ ...none, explored: null })).toBeNull();
  });
});

describe('the pictures of one measure', () => {
  const bin = { rows: 40, accounts: 20, positives: 4, rate: 0.1, rateLow: 0.04, rateHigh: 0.23 };

  it('show the rows without a value last, in another colour', () => {
    const bins = shownBins({ bins: [{ low: 0, high: 3, ...bin }], missingBin: { ...bin, rate: 0.2 } });
    expect(bins.map(({ low }) => low)).toEqual([0, null]);
    const option = buildBinOption(bins, {
      ...{ range: ({ low }) => String(low), rows: ({ rows }) => `n ${rows}`, tip: () => '', percent: String },
      ink: '#000',
    });
    const [bars, whiskers] = option.series as { data: { value: number; itemStyle: { color: string } }[] }[];
    expect(bars!.data.map(({ value }) => value)).toEqual([0.1, 0.2]);
    expect(bars!.data[0]!.itemStyle.color).not.toBe(bars!.data[1]!.itemStyle.color);
    expect(whiskers!.data).toEqual([
      [0, 0.04, 0.23],
      [1, 0.04, 0.23],
    ]);
    expect((option.yAxis as { min: number }).min).toBe(0);
    expect((option.xAxis as { data: string[] }).data[0]).toBe('0\nn 40');
  });

  it('leave a gap at a date without an AUC and keep whiskers inside the axis', () => {
    const option = buildByDateOption(
      [
        { asOf: 1, positives: 1, kept: 9, auc: null },
        { asOf: 2, positives: 3, kept: 9, auc: { value: 0.6, low: 0.2, high: 0.9 } },
      ],
      { day: String, churned: ({ positives }) => `${positives}`, tip: () => '', ink: '#000' },
    );
    const [line, whiskers] = option.series as { data: unknown[] }[];
    expect(line!.data).toEqual([null, 0.6]);
    expect(whiskers!.data, 'none is cut').toEqual([[1, 0.2, 0.9]]);
    expect((option.yAxis as { min: number }).min).toBe(0.2);
  });

  it('draw the middle half as a band and shade the design window', () => {
    const point = {
      asOf: 1,
      inDesign: false,
      accounts: 9,
      withValue: 8,
      lowQuarter: 2,
      median: 3,
      highQuarter: 7,
    };
    const option = buildHistoryOption(
      [
        point,
        { ...point, inDesign: true },
        { ...point, inDesign: true, lowQuarter: null, highQuarter: null },
      ],
      { day: String, median: 'm', middle: 'h', tip: () => '', number: String },
    );
    const [base, band, median] = option.series as { data: unknown[]; markArea?: { data: unknown } }[];
    expect(base!.data).toEqual([2, 2, null]);
    expect(band!.data).toEqual([5, 5, null]);
    expect(median!.markArea?.data).toEqual([[{ xAxis: 1 }, { xAxis: 2 }]]);
  });
});

describe('the noise floor in words', () => {
  const i18n = createInstance();
  beforeAll(async () => {
    await i18n.init({
      lng: 'en',
      resources: { en: { measures: english.measures } },
      defaultNS: 'measures',
    });
  });
  const say = (row: MeasureRow) => describeNoise(row, i18n.getFixedT('en', 'measures'));

  it('says whether a measure passes both figures of chance, one or none', () => {
    expect(say(rowOf('m', 0.7))).toContain('AUC .56 or IV .10');
    expect(say(rowOf('m', 0.7))).toContain('above both');
    expect(say(rowOf('m', 0.52))).toContain('only one');
    expect(say({ ...rowOf('m', 0.52), explored: explored('m', { iv: 0.05 }) })).toContain(
      'within what chance',
    );
  });

  it('says so while it is not known, and where it can’t be', () => {
    expect(say({ ...rowOf('m', 0.7), explored: null })).toBe('Computing what chance reaches.');
    expect(say(rowOf('m', null))).toContain('No noise floor');
  });
});
