import { describe, expect, it } from 'vitest';
import { buildQuestions } from '../../../renderer/features/imports/build-questions.ts';
import { formatDay } from '../../../shared/csv/calendar.ts';
import { csv, importsUnderTest, planOf, usagePlan } from './imports-under-test.ts';

const imports = importsUnderTest();

/** 20 accounts over eight months; of the last month only five have a value. */
function usage(months: number, lastAccounts: number): string {
  const rows: string[] = [];
  for (let month = 1; month <= months; month++) {
    for (let i = 0; i < (month === months ? lastAccounts : 20); i++) {
      rows.push(`a${i},2024-${String(month).padStart(2, '0')}-01,${i + month}`);
    }
  }
  return csv('id,date,logins', ...rows);
}

const monthly = usagePlan({ dateMarks: 'monthStart', grain: 'month' });
const questions = async () =>
  buildQuestions(await imports.summary(), await imports.running().get('data.answers', {}));
const knownThrough = async () => formatDay((await imports.summary()).knownThrough ?? 0);

describe('a last period with few of the usual values', () => {
  it('is asked about once, and moves known-through only when the person says so', async () => {
    await imports.newWorkspace();
    const accounts = Array.from({ length: 20 }, (_, i) => `a${i},2023-01-01`);
    await imports.commit(
      csv('id,start', ...accounts),
      planOf('accounts', [
        ['id', 'accountId'],
        ['start', 'startOn', { dateFormat: 'iso' }],
      ]),
    );
    await imports.commit(usage(8, 5), monthly);
    const { lastPeriod } = await questions();
    expect(lastPeriod).toMatchObject({ metric: 'logins', accounts: 15 });
    expect([formatDay(lastPeriod!.end), formatDay(lastPeriod!.through)]).toEqual([
      '2024-08-31',
      '2024-07-31',
    ]);
    expect(await knownThrough()).toBe('2024-08-31');
    const { end, through } = lastPeriod!;
    await imports.running().get('data.answerLastPeriod', { end, through });
    expect(await knownThrough()).toBe('2024-07-31');
    expect((await questions()).lastPeriod).toBeNull();
    await imports.running().get('data.answerLastPeriod', { end, through: null });
    expect(await knownThrough()).toBe('2024-08-31');
    await imports.running().get('data.answerLastPeriod', { end, through });
    await imports.commit(usage(9, 20), monthly);
    expect(await knownThrough()).toBe('2024-09-30');
  });
});

describe('the main usage', () => {
  it('is the only flow there is, else the one with most rows is proposed, and asked about once', async () => {
    await imports.newWorkspace();
    await imports.commit(usage(3, 20), monthly);
    expect((await questions()).mainUsage).toBeNull();
    const exports = planOf('metricsWide', [
      ['id', 'accountId'],
      ['date', 'date'],
      ['exports', 'metricValue', { metricKind: 'flow' }],
    ]);
    await imports.commit(csv('id,date,exports', 'a1,2024-01-01,4'), exports);
    expect((await questions()).mainUsage).toMatchObject({ proposed: 'logins' });
    expect((await questions()).mainUsage?.choices.toSorted()).toEqual(['exports', 'logins']);
    await imports.running().get('data.setMainUsage', { metric: 'logins' });
    expect((await questions()).mainUsage).toBeNull();
  });
});
