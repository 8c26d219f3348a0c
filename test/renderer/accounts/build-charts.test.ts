import { describe, expect, it } from 'vitest';
import { buildAccountMarks } from '../../../renderer/features/accounts/build-account-marks.ts';
import { buildHistoryChart } from '../../../renderer/features/accounts/build-history-chart.ts';
import { buildWaterfall } from '../../../renderer/features/accounts/build-waterfall.ts';
import { buildWaterfallChart } from '../../../renderer/features/accounts/build-waterfall-chart.ts';
import { roundTenth, safeBound } from '../../../renderer/features/accounts/safe-bound.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';

const msPerDay = 86_400_000;

describe('buildHistoryChart', () => {
  const history = [
    { asOf: 100, score: 80, bandId: 'm1' },
    { asOf: 130, score: null, bandId: null },
  ];
  const marks = buildAccountMarks(
    {
      lives: [{ startDay: 0, noticeDay: 140, endDay: 160, assumedStart: false }],
      outcomes: [],
      records: [{ source: 'tickets', kind: 'record', day: 110, closedDay: null, text: '' }],
    },
    100,
  );
  const chart = buildHistoryChart({
    ...{ history, marks, asOf: 130, bands: presetBands('marks', 'en') },
    words: {
      ...{ score: 'Score', asOf: 'As of', shortMark: (mark) => mark.kind },
      describeScore: (point) => `score ${point.score}`,
      describeMark: (mark) => `records of ${mark.day}`,
    },
  });

  it('leaves a gap where the account was not scored', () => {
    expect(chart.series[0]!.data).toEqual([
      [100 * msPerDay, 80],
      [130 * msPerDay, null],
    ]);
    expect(chart.series[0]).toMatchObject({ connectNulls: false });
  });

  it('fills the background with the bands from 0 to 100', () => {
    const areas = chart.series[0]!.markArea!.data.map(([low, high]) =>
      [low, high].map((edge) => edge?.yAxis),
    );
    expect(areas).toEqual([
      [80, 100],
      [60, 80],
      [40, 60],
      [0, 40],
    ]);
  });

  it('reaches as far as the last mark, also after the as-of date', () => {
    expect([chart.xAxis.min, chart.xAxis.max]).toEqual([100 * msPerDay, 160 * msPerDay]);
    const lines = chart.series[0]!.markLine!.data.map((line) => line.xAxis / msPerDay);
    expect(lines).toEqual([130, 140, 160]);
  });

  it('tells scores and records apart under the pointer', () => {
    const { formatter } = chart.tooltip;
    expect(formatter({ seriesIndex: 0, dataIndex: 0 })).toBe('score 80');
    expect(formatter({ seriesIndex: 1, dataIndex: 0 })).toBe('records of 110');
  });
});

describe('buildWaterfallChart', () => {
  it('draws each loss from what was left before it', () => {
    const part = { groupId: 'g', measureId: 'm', value: 1, points: 0, share: 0.3, lostPoints: 30 };
    const bars = buildWaterfall(70, [part]);
    const chart = buildWaterfallChart(
      bars,
      { nameOf: (bar) => bar.kind, textOf: (bar) => String(bar.amount) },
      '#E69F00',
    );
    expect(chart.yAxis.data).toEqual(['start', 'loss', 'score']);
    expect(chart.series[0]!.data).toEqual([0, 70, 0]);
    expect(chart.series[1]!.data).toMatchObject([
      { value: 100 },
      { value: 30 },
      { value: 70, itemStyle: { color: '#E69F00' } },
    ]);
  });
});

describe('safeBound', () => {
  it('rounds to the side where the bound is still enough', () => {
    expect(safeBound(0.46621, 'atLeast')).toBe(0.467);
    expect(safeBound(-0.37841, 'atLeast')).toBe(-0.378);
    expect(safeBound(4.005, 'atMost')).toBe(4);
    expect(safeBound(59.95, 'atLeast')).toBe(60);
    expect([safeBound(3, 'atLeast'), safeBound(0, 'atMost'), safeBound(0.3, 'atLeast')]).toEqual([3, 0, 0.3]);
  });
});

describe('roundTenth', () => {
  it('rounds a half up though its double lies below', () => {
    expect([7.35, 3.15, 30].map(roundTenth)).toEqual([7.4, 3.2, 30]);
  });
});
