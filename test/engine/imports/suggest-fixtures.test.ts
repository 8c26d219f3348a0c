import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewCsv } from '../../../electron/engine/imports/preview-file.ts';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

async function suggest(file: string) {
  const preview = await previewCsv(join(fixtures, file), {});
  if (!preview.ok) throw new Error(preview.error.code);
  const { columns, sampleRows: rows, encoding, delimiter, hasHeader, skipRows } = preview.value;
  const read = { encoding, delimiter, hasHeader, skipRows };
  return suggestMapping({ fileName: file.split('/').at(-1)!, columns, rows, read });
}

describe('suggestMapping on real files', () => {
  it.each([
    ['saas-panel/customers.csv', 'accounts', 'accountId startOn attribute attribute', 'day'],
    [
      'saas-panel/subscriptions.csv',
      'accounts',
      'accountId attribute contractAmount startOn endOn attribute',
      'day',
    ],
    ['saas-panel/usage_metrics.csv', 'metricsWide', 'accountId date metricValue metricValue', 'monthStart'],
    ['saas-panel/support_tickets.csv', 'records', 'accountId date recordColumn recordColumn', 'day'],
    [
      'social-daily/accounts.csv',
      'accounts',
      'accountId attribute attribute startOn endOn attribute attribute contractAmount attribute',
      'day',
    ],
    ['social-daily/churn_events.csv', 'outcomes', 'accountId outcomeOn', 'day'],
    ['social-daily/usage_daily.csv', 'metricsWide', `accountId date${' metricValue'.repeat(8)}`, 'day'],
    ['telco/Telco-Customer-Churn.csv', 'snapshot', `accountId${' attribute'.repeat(19)} churnFlag`, 'day'],
    [
      'fightchurn/chursim3_chap6fig2_dataset.csv',
      'metricsWide',
      `accountId date ignore${' metricValue'.repeat(6)}`,
      'day',
    ],
  ])('%s is a file of %s', async (file, kind, roles, dateMarks) => {
    const { plan, columns, kindConfidence } = await suggest(file);
    expect(plan).toMatchObject({ kind, dateMarks, decimal: '.' });
    expect(plan.columns.map(({ role }) => role).join(' ')).toBe(roles);
    expect(kindConfidence).toBeGreaterThan(0.5);
    expect(columns.every(({ dateFormats }) => dateFormats.length <= 1)).toBe(true);
  });

  it('names the source of records after the file', async () => {
    expect((await suggest('saas-panel/support_tickets.csv')).plan.source).toBe('support_tickets');
  });

  it('reads 4/26/19 as month first', async () => {
    const { plan } = await suggest('fightchurn/chursim3_chap6fig2_dataset.csv');
    expect(plan.columns[1]?.dateFormat).toBe('mdy');
  });
});
