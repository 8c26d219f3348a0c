import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import { endOfMonth, formatDay } from '../../../shared/csv/calendar.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';
import { isoDay, saasScorecard } from '../../helpers/saas-panel.ts';
import { randomFrom } from './random-from.ts';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly end: number | null;
}
interface Usage {
  readonly id: string;
  readonly day: number;
  readonly logins: number | null;
  readonly spend: number;
}

const firstMonth = isoDay('2022-01-31');
const names = ['株式会社髙橋商店', '㈱東京システム', '能登ソフト, 表示', 'Müller "GmbH"', '①番;館'];
const { accounts, usage } = makePanel(7);

/** 150 accounts over 24 months; a third churns, and logins fall before it. */
function makePanel(seed: number): { accounts: Account[]; usage: Usage[] } {
  const random = randomFrom(seed);
  const panel = { accounts: [] as Account[], usage: [] as Usage[] };
  for (let i = 0; i < 150; i++) {
    const start = firstMonth - 31 + Math.floor(random() * 200);
    const end = random() < 0.4 ? start + 150 + Math.floor(random() * 350) : null;
    const id = String(i + 1).padStart(4, '0');
    panel.accounts.push({ id, name: `${names[i % names.length]!} ${i}`, start, end });
    for (let day = endOfMonth(start); day <= isoDay('2023-12-31'); day = endOfMonth(day + 1)) {
      if (end !== null && day >= end) break;
      const sinking = end === null ? 1 : Math.min(1, (end - day) / 120);
      const logins = random() < 0.03 ? null : Math.round(random() * 20 * sinking);
      panel.usage.push({ id, day, logins, spend: Math.round(random() * 300_000) / 100 });
    }
  }
  return panel;
}

interface Way {
  readonly name: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly encode: (text: string) => Uint8Array;
  readonly accountDate: (iso: string) => string;
  readonly usageDate: (iso: string) => string;
  readonly whole: (value: number) => string;
  readonly amount: (value: number) => string;
  readonly plan: Partial<Pick<ImportPlan, 'decimal'>> & {
    readonly delimiter: string;
    readonly encoding: string;
  };
}

const parts = (iso: string) => iso.split('-') as [string, string, string];
const dmy = (mark: string) => (iso: string) => parts(iso).reverse().join(mark);
const mdy = (iso: string) => `${parts(iso)[1]}/${parts(iso)[2]}/${parts(iso)[0]}`;
const slash = (iso: string) => parts(iso).map(Number).join('/');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const german = (value: number) =>
  value
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, '.');
const plainWay = {
  lineEnd: '\n',
  accountDate: (iso: string) => iso,
  usageDate: (iso: string) => iso,
  whole: String,
  amount: String,
};
const encoder = (writer: string, addBOM: boolean) => (text: string) => iconv.encode(text, writer, { addBOM });

const ways: readonly Way[] = [
  {
    ...plainWay,
    name: 'ISO dates, LF',
    delimiter: ',',
    encode: encoder('utf8', false),
    plan: { decimal: '.', delimiter: ',', encoding: 'utf-8' },
  },
  {
    ...plainWay,
    name: 'byte-order mark, CR LF, DD-MM-YYYY',
    delimiter: ',',
    lineEnd: '\r\n',
    encode: encoder('utf8', true),
    accountDate: dmy('-'),
    usageDate: dmy('-'),
    plan: { decimal: '.', delimiter: ',', encoding: 'utf-8' },
  },
  {
    ...plainWay,
    name: 'UTF-16 with tabs, 2024/4/1, thousands',
    delimiter: '\t',
    lineEnd: '\r\n',
    encode: encoder('utf-16le', true),
    accountDate: slash,
    usageDate: slash,
    amount: (value) => `¥${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`,
    plan: { decimal: '.', delimiter: '\t', encoding: 'utf-16le' },
  },
  {
    ...plainWay,
    name: 'CP932 with semicolons, decimal comma, full width',
    delimiter: ';',
    lineEnd: '\r\n',
    encode: encoder('cp932', false),
    accountDate: (iso) => fullWidth(slash(iso)),
    usageDate: (iso) => fullWidth(slash(iso)),
    whole: (value) => fullWidth(String(value)),
    amount: (value) => (value % 2 < 1 ? fullWidth(german(value)) : german(value)),
    plan: { decimal: ',', delimiter: ';', encoding: 'shift_jis' },
  },
  {
    ...plainWay,
    name: 'two date orders in two files',
    delimiter: ',',
    encode: encoder('utf8', false),
    accountDate: dmy('/'),
    usageDate: mdy,
    plan: { decimal: '.', delimiter: ',', encoding: 'utf-8' },
  },
];

function write(way: Way, rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(way.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  // CP932 has no ü; the same company is written without it everywhere.
  const text = rows
    .map((row) => row.map((value) => cell(value.replace('ü', 'u'))).join(way.delimiter) + way.lineEnd)
    .join('');
  return way.encode(text);
}

function filesOf(way: Way): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const date = (day: number | null) => (day === null ? '' : way.accountDate(formatDay(day)));
  return [
    [
      'accounts.csv',
      write(way, [
        ['account_id', 'account_name', 'start_date', 'churn_date'],
        ...accounts.map((row) => [row.id, row.name, date(row.start), date(row.end)]),
      ]),
    ],
    [
      'usage.csv',
      write(way, [
        ['account_id', 'month', 'logins', 'spend'],
        ...usage.map((row) => [
          row.id,
          way.usageDate(formatDay(row.day)),
          row.logins === null ? '' : way.whole(row.logins),
          way.amount(row.spend),
        ]),
      ]),
    ],
  ];
}

const measures: Measure[] = [
  {
    id: 'logins',
    name: 'logins',
    aggregation: { type: 'sum', metric: 'logins', lookback: 1, shift: 0, noRow: 'byKind' },
    direction: 'higher',
    actionable: false,
  },
  {
    id: 'spend',
    name: 'spend',
    aggregation: { type: 'mean', metric: 'spend', lookback: 3, shift: 0, noRow: 'missing' },
    direction: 'higher',
    actionable: false,
  },
];
const scorecard = {
  ...saasScorecard,
  groups: saasScorecard.groups.slice(0, 2).map((group, i) => ({
    ...group,
    id: measures[i]!.id,
    measures: group.measures.map((item) => ({
      ...item,
      measureId: measures[i]!.id,
      scale: { type: 'linear' as const, worst: 0, best: i === 0 ? 20 : 3000 },
    })),
  })),
};

let running: RunningEngine;
beforeAll(async () => {
  running = await runEngine();
});
afterAll(() => running.stop());

/** What the saved file holds, byte for byte, but for file names, hashes and the plans; and a back-test's figures. */
async function importWay(way: Way, index: number) {
  await running.get('workspace.create', { name: `way ${index}` });
  for (const [name, bytes] of filesOf(way)) {
    const path = join(running.folder, `${index}-${name}`);
    writeFileSync(path, bytes);
    const token = await running.addFile(path);
    const preview = await running.get('imports.preview', { token, options: {} });
    expect(preview).toMatchObject({
      delimiter: way.plan.delimiter,
      encoding: way.plan.encoding,
      encodingConfident: true,
      hasHeader: true,
    });
    const plan = preview.suggestion;
    if (name === 'usage.csv')
      expect(plan).toMatchObject({ kind: 'metricsWide', decimal: way.plan.decimal, dateMarks: 'monthEnd' });
    for (const column of preview.columns) expect(column.dateFormats.length).toBeLessThan(2);
    const { batch } = await running.get('imports.commit', { token, plan, taskId: `${way.name} ${name}` });
    expect(batch).toMatchObject({
      rowsRejected: 0,
      rowsKept: name === 'usage.csv' ? usage.length : accounts.length,
    });
  }
  await running.get('design.commit', {
    nameKey: 'step.test',
    parameters: {},
    screen: 'scorecard',
    changes: [
      ...measures.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
      { kind: 'scorecard', id: scorecard.id, body: scorecard },
    ],
  });
  const settings = {
    schedule: { type: 'typed' as const, days: ['2022-10-31', '2023-01-31', '2023-06-30'].map(isoDay) },
    ...{ gapDays: 0, horizonDays: 90, minimumTenureDays: 0, outcomeDate: 'effective' as const },
    ...{ knownThrough: isoDay('2023-12-31'), testFrom: null, capacityPerAsOf: 12, seed: 1 },
  };
  const { figures } = await running.get('backtests.run', {
    scorecardId: scorecard.id,
    settings,
    taskId: `test ${index}`,
  });
  await running.get('workspace.save', {});
  const state = await running.get('workspace.state', {});
  const image = readFileSync(join(running.folder, 'workspaces', state.open?.fileName ?? ''));
  const database = await openDatabase(new Uint8Array(image));
  const tables = ['account', 'life', 'attribute_value', 'metric', 'chunk', 'outcome', 'rejected_row'];
  const stored = Object.fromEntries(
    tables.map((table) => [
      table,
      database
        .all(`SELECT * FROM ${table}`)
        .map((row) =>
          row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)),
        ),
    ]),
  );
  database.close();
  return { stored, figures };
}

describe('the same data written five ways', () => {
  it('is stored byte for byte the same, and back-tests to the same figures', {
    timeout: 60_000,
  }, async () => {
    const first = await importWay(ways[0]!, 0);
    expect(first.stored.chunk?.length).toBe(2);
    expect(first.stored.life?.length).toBe(accounts.length);
    expect(JSON.stringify(first.figures)).toContain('auc');
    for (const [i, way] of ways.slice(1).entries()) {
      const other = await importWay(way, i + 1);
      expect(other.stored, way.name).toEqual(first.stored);
      expect(other.figures, way.name).toEqual(first.figures);
    }
  });
});
