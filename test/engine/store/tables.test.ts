import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAccounts, loadAccountIds } from '../../../electron/engine/store/account-table.ts';
import { insertAttributes, loadCurrentAttributes } from '../../../electron/engine/store/attribute-table.ts';
import type { Database } from '../../../electron/engine/store/database.ts';
import {
  insertBatch,
  loadBatch,
  loadBatches,
  nextBatchNumber,
  setBatchUndone,
} from '../../../electron/engine/store/import-batch-table.ts';
import { insertLives, loadCurrentLives } from '../../../electron/engine/store/life-table.ts';
import { insertMetric, loadMetrics, setMetricKind } from '../../../electron/engine/store/metric-table.ts';
import { createDatabase } from '../../../electron/engine/store/migrate.ts';
import { insertOutcomes, loadCurrentOutcomes } from '../../../electron/engine/store/outcome-table.ts';
import { insertRecords, loadCurrentRecords } from '../../../electron/engine/store/record-table.ts';
import {
  countRejectedRows,
  insertRejectedRows,
  loadRejectedRows,
} from '../../../electron/engine/store/rejected-row-table.ts';
import {
  countTrials,
  insertRun,
  loadRun,
  loadRuns,
  loadTrials,
  recordTrial,
} from '../../../electron/engine/store/run-table.ts';
import { loadSetting, saveSetting } from '../../../electron/engine/store/settings-table.ts';
import { insertVersion, loadVersion, loadVersions } from '../../../electron/engine/store/version-table.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { sampleBatch } from './sample-batch.ts';

let database: Database;
beforeEach(async () => {
  database = await createDatabase();
  insertAccounts(database, ['a', 'b']);
  for (const number of [1, 2]) insertBatch(database, sampleBatch(number));
});
afterEach(() => database.close());

const life = { startDay: 100, noticeDay: null, endDay: null, assumedStart: false };
const churn = { kind: 'churn', noticeDay: null, voluntary: null, amount: null, reason: null } as const;

describe('tables of the workspace', () => {
  it('settings are written over', () => {
    expect(loadSetting(database, 'mainUsage')).toBeNull();
    saveSetting(database, 'mainUsage', 'logins');
    saveSetting(database, 'mainUsage', 'ログイン');
    expect(loadSetting(database, 'mainUsage')).toBe('ログイン');
  });

  it('batches come back as stored, undone and brought back', () => {
    expect(loadBatches(database)).toEqual([sampleBatch(1), sampleBatch(2)]);
    expect(nextBatchNumber(database)).toBe(3);
    expect(setBatchUndone(database, 2, '2024-02-01')).toBe(true);
    expect(loadBatch(database, 2)?.undoneAt).toBe('2024-02-01');
    expect(setBatchUndone(database, 9, null)).toBe(false);
    expect(loadBatch(database, 9)).toBeNull();
  });

  it('rejected rows are paged in file order', () => {
    const rows = [5, 3, 4].map((line) => ({
      line,
      column: 'day',
      reason: 'date',
      value: 'x',
      cells: ['a', '"'],
    }));
    insertRejectedRows(database, 1, rows);
    expect(countRejectedRows(database, 1)).toBe(3);
    expect(loadRejectedRows(database, 1, { offset: 1, limit: 5 })).toEqual([rows[2], rows[0]]);
  });

  it('accounts keep the index of their first sight', () => {
    expect(insertAccounts(database, ['__proto__', '007'])).toBe(2);
    expect(loadAccountIds(database)).toEqual(['a', 'b', '__proto__', '007']);
    expect(() => insertAccounts(database, ['a'])).toThrow();
  });

  it('a row for an account that does not exist is refused', () => {
    expect(() => insertLives(database, 1, [{ ...life, account: 7 }])).toThrow('FOREIGN KEY');
  });

  it('the newest live batch says what a life is, for the columns it has', () => {
    const { plan } = sampleBatch(3);
    const columns = [{ index: 0, role: 'endOn' as const, name: 'end' }];
    insertBatch(database, sampleBatch(3, { plan: { ...plan, columns } }));
    insertLives(database, 1, [
      { ...life, account: 0, noticeDay: 200 },
      { ...life, account: 1, assumedStart: true },
    ]);
    insertLives(database, 3, [
      { ...life, account: 0, endDay: 300 },
      { ...life, account: 0, startDay: 400 },
    ]);
    expect(loadCurrentLives(database)).toEqual([
      { ...life, batch: 3, account: 0, noticeDay: 200, endDay: 300 },
      { ...life, batch: 3, account: 0, startDay: 400 },
      { ...life, batch: 1, account: 1, assumedStart: true },
    ]);
    setBatchUndone(database, 3, 'now');
    expect(loadCurrentLives(database).map((row) => row.endDay)).toEqual([null, null]);
  });

  it('attributes resolve by account and from-day', () => {
    const row = { account: 0, name: 'plan', fromDay: null, value: 'old' };
    insertAttributes(database, 1, [
      row,
      { ...row, fromDay: 50, value: 'dated' },
      { ...row, name: '地域', value: 'NA' },
    ]);
    insertAttributes(database, 2, [
      { ...row, value: 'first' },
      { ...row, value: 'last' },
    ]);
    const current = loadCurrentAttributes(database);
    expect([...current.keys()]).toEqual(['plan', '地域']);
    expect(current.get('plan')?.map(({ value }) => value)).toEqual(['last', 'dated']);
    setBatchUndone(database, 1, 'now');
    expect([...loadCurrentAttributes(database).keys()]).toEqual(['plan']);
  });

  it('metrics count from 0 and can change kind', () => {
    expect(insertMetric(database, { name: 'a', kind: 'flow', grain: 'month', lagDays: 3 })).toBe(0);
    expect(insertMetric(database, { name: 'b', kind: 'flow', grain: 'day', lagDays: 0 })).toBe(1);
    setMetricKind(database, 0, 'level');
    expect(loadMetrics(database)[0]).toEqual({
      idx: 0,
      name: 'a',
      kind: 'level',
      grain: 'month',
      lagDays: 3,
    });
  });

  it('outcomes resolve by account, day and kind', () => {
    insertOutcomes(database, 1, [
      { ...churn, account: 0, day: 5 },
      { ...churn, account: 0, day: 5, kind: 'expansion' },
    ]);
    insertOutcomes(database, 2, [
      { ...churn, account: 0, day: 5, voluntary: false, amount: 1.5, reason: 'card' },
    ]);
    expect(loadCurrentOutcomes(database)).toEqual([
      { ...churn, account: 0, day: 5, voluntary: false, amount: 1.5, reason: 'card' },
      { ...churn, account: 0, day: 5, kind: 'expansion' },
    ]);
  });

  it('records keep their columns, whatever they are called', () => {
    const record = {
      source: 'tickets',
      kind: 'record',
      account: 1,
      day: 9,
      knownDay: null,
      closedDay: null,
      entry: null,
      typedDay: null,
      cells: [
        ['__proto__', 'x'],
        ['件名', '"1,2"'],
      ] as [string, string][],
    } as const;
    insertRecords(database, 1, [record, { ...record, account: 0, closedDay: 12 }]);
    expect(loadCurrentRecords(database)).toEqual([{ ...record, account: 0, closedDay: 12 }, record]);
    setBatchUndone(database, 1, 'now');
    expect(loadCurrentRecords(database)).toEqual([]);
  });

  it('versions are numbered per scorecard', () => {
    const body = sampleScorecard();
    const version = {
      scorecardId: 's',
      name: 'v',
      note: '',
      savedAt: 't',
      designHash: 'h',
      body,
      measures: null,
    };
    expect(insertVersion(database, version)).toBe(1);
    expect(insertVersion(database, version)).toBe(2);
    expect(insertVersion(database, { ...version, scorecardId: 'other' })).toBe(1);
    expect(loadVersions(database, 's').map(({ number }) => number)).toEqual([1, 2]);
    expect(loadVersion(database, 's', 2)).toEqual({ ...version, number: 2 });
    expect(loadVersion(database, 's', 3)).toBeNull();
  });

  it('runs come newest first and a design opens a window once', () => {
    const run = {
      id: 'r1',
      scorecardId: 's',
      designHash: 'h',
      ranAt: '2024-01-01',
      settings: { gapDays: 0 },
      scorecard: {},
      measures: [],
      dataHash: 'd',
      figures: { auc: 0.729 },
    };
    insertRun(database, run);
    insertRun(database, { ...run, id: 'r2', ranAt: '2024-02-01', scorecardId: 'other' });
    expect(loadRuns(database, null).map(({ id }) => id)).toEqual(['r2', 'r1']);
    expect(loadRuns(database, 's')).toEqual([run]);
    expect(loadRun(database, 'r1')).toEqual(run);
    const trial = { scorecardId: 's', designHash: 'h', testWindow: '1-2', openedAt: 't' };
    expect(recordTrial(database, trial)).toBe(1);
    expect(recordTrial(database, { ...trial, openedAt: 'later' })).toBe(1);
    expect(recordTrial(database, { ...trial, designHash: 'other' })).toBe(2);
    expect(loadTrials(database)[0]).toEqual(trial);
    expect(countTrials(database, 'none')).toBe(0);
  });
});

function sampleScorecard(): Scorecard {
  const band = { symbol: '●', colour: '#00AA00', action: '', owner: '' };
  return {
    id: 's',
    name: 'Scorecard',
    purpose: { goal: '', healthyCustomer: '' },
    groups: [],
    minimumCoverage: 0.5,
    gradingScheme: 'traffic',
    bands: [
      { ...band, id: 'green', label: 'Green', lowerBound: 70, alarm: false },
      { ...band, id: 'red', label: 'Red', lowerBound: 0, alarm: true },
    ],
  };
}
