import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeColumns } from '../../../electron/engine/exports/account-tables.ts';
import { manifestName } from '../../../electron/engine/exports/export-manifest.ts';
import { exportPlan } from '../../../electron/engine/exports/export-plans.ts';
import { extractEntry, listZip } from '../../../electron/engine/exports/read-zip.ts';
import { writeTable } from '../../../electron/engine/exports/write-table.ts';
import { createZip } from '../../../electron/engine/exports/zip-writer.ts';
import { formatDay } from '../../../shared/csv/calendar.ts';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { byId } from '../../helpers/live-data.ts';
import { csv, importsUnderTest, planOf, usagePlan } from '../imports-service/imports-under-test.ts';

const imports = importsUnderTest();
let count = 0;

async function pathOf(token: string): Promise<string> {
  const found = await imports.running().engine.findExport(token);
  if (!found.ok) throw new Error(found.error.code);
  return found.value.path;
}

/** Exports, and imports the export into another workspace; gives the live data of both. */
async function roundTrip(): Promise<{ before: Dataset; after: Dataset; again: number }> {
  const running = imports.running();
  const before = await imports.dataset();
  const exported = await running.get('data.export', { taskId: `export ${++count}` });
  const path = join(running.folder, `export ${count}.zip`);
  copyFileSync(await pathOf(exported.token), path);
  await imports.newWorkspace();
  const first = { token: await running.addFile(path), taskId: `import ${count}` };
  const done = await running.get('data.importExport', first);
  expect(done.rows).toBe(exported.rows);
  const after = await imports.dataset();
  const second = { token: await running.addFile(path), taskId: `again ${count}` };
  const again = await running.get('data.importExport', second);
  return { before, after, again: again.files };
}

/** Live data without what undone imports left behind; texts that a spreadsheet would run among them. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'NA', 'プロ', '007', '1.2E+15') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '=1+1',
      "'=1+1",
      '-5',
      '@x',
      '＝x',
      "'",
      '"',
      'a,b',
      'line\nbreak',
      'cr\r\nlf',
      '#1',
      '__proto__',
    ),
  },
);
const id = fc.constantFrom('A1', '=A2', "'=A2", '007', '7', '-x', 'é,"', '顧客');
const day = fc.integer({ min: 19_000, max: 19_200 });
const maybeDay = fc.option(day, { nil: null });
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 0.1 + 0.2, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53),
);
const cellOf = (value: number | null) => (value === null ? '' : Object.is(value, -0) ? '-0' : String(value));
const dateOf = (value: number | null) => (value === null ? '' : formatDay(value));

interface FileToImport {
  readonly plan: ImportPlan;
  readonly rows: readonly (readonly string[])[];
}

const accountsFile = fc
  .array(fc.tuple(id, text, maybeDay, maybeDay, maybeDay, text), { minLength: 1, maxLength: 8 })
  .map((rows): FileToImport => {
    const plan = planOf('accounts', [
      ['id', 'accountId'],
      ['name', 'accountName'],
      ['start', 'startOn'],
      ['notice', 'noticeOn'],
      ['end', 'endOn'],
      ['=plan', 'attribute'],
    ]);
    return { plan, rows: rows.map(([a, n, s, o, e, p]) => [a, n, dateOf(s), dateOf(o), dateOf(e), p]) };
  });
const wideFile = fc
  .tuple(
    fc.array(fc.tuple(id, day, fc.option(number, { nil: null }), fc.option(number, { nil: null })), {
      minLength: 1,
      maxLength: 20,
    }),
    fc.constantFrom('day', 'month'),
    fc.constantFrom(0, 5),
  )
  .map(([rows, grain, lagDays]): FileToImport => {
    const plan = planOf(
      'metricsWide',
      [
        ['id', 'accountId'],
        ['date', 'date'],
        [`+${grain}`, 'metricValue', { metricKind: 'flow' }],
        [`seats ${grain}`, 'metricValue', { metricKind: 'level' }],
      ],
      { grain: grain === 'day' ? 'day' : 'month', dateMarks: grain === 'day' ? 'day' : 'monthEnd', lagDays },
    );
    return { plan, rows: rows.map(([a, d, x, y]) => [a, formatDay(d), cellOf(x), cellOf(y)]) };
  });
const longFile = fc
  .array(fc.tuple(id, day, fc.constantFrom('x', '=y', ' z', 'x'), fc.option(number, { nil: null })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((rows): FileToImport => {
    const plan = planOf('metricsLong', [
      ['id', 'accountId'],
      ['date', 'date'],
      ['metric', 'metricName'],
      ['value', 'metricValue', { metricKind: 'level' }],
    ]);
    return { plan, rows: rows.map(([a, d, m, v]) => [a, formatDay(d), m, cellOf(v)]) };
  });
const outcomesFile = fc
  .array(
    fc.tuple(
      id,
      day,
      fc.constantFrom('churn', 'churn', 'contraction', 'renewal', 'reactivation'),
      maybeDay,
      fc.constantFrom('yes', 'no', ''),
      fc.option(number, { nil: null }),
      text,
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows): FileToImport => {
    const plan = planOf(
      'outcomes',
      [
        ['id', 'accountId'],
        ['on', 'outcomeOn'],
        ['kind', 'outcomeKind'],
        ['notice', 'noticeOn'],
        ['voluntary', 'voluntary'],
        ['amount', 'amount'],
        ['reason', 'reason'],
      ],
      { completeUntil: 19_300 },
    );
    return {
      plan,
      rows: rows.map(([a, d, k, n, v, m, r]) => [a, formatDay(d), k, dateOf(n), v, cellOf(m), r]),
    };
  });
const recordsFile = fc
  .tuple(
    fc.array(fc.tuple(id, day, maybeDay, text, text), { minLength: 1, maxLength: 10 }),
    fc.constantFrom('tickets', '=meetings'),
  )
  .map(([rows, source]): FileToImport => {
    const plan = planOf(
      'records',
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['closed', 'closedOn'],
        ['@kind', 'recordColumn'],
        [`${source} text`, 'recordColumn'],
      ],
      { source },
    );
    return { plan, rows: rows.map(([a, d, c, k, t]) => [a, formatDay(d), dateOf(c), k, t]) };
  });

const datedAttributesFile = fc
  .array(fc.tuple(id, day, text, text), { minLength: 1, maxLength: 8 })
  .map((rows): FileToImport => {
    const plan = planOf('accounts', [
      ['id', 'accountId'],
      ['from', 'validFrom'],
      ['=plan', 'attribute'],
      ['owner', 'attribute'],
    ]);
    return { plan, rows: rows.map(([a, d, x, y]) => [a, formatDay(d), x, y]) };
  });
const contractsFile = fc
  .array(fc.tuple(id, maybeDay, fc.constantFrom('', '12', '1年'), fc.constantFrom('', '1,200', '-5')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows): FileToImport => {
    const plan = planOf('accounts', [
      ['id', 'accountId'],
      ['renewal', 'renewalOn'],
      ['term', 'termMonths'],
      ['amount', 'contractAmount'],
    ]);
    return { plan, rows: rows.map(([a, d, t, m]) => [a, dateOf(d), t, m]) };
  });
const snapshotFile = fc
  .array(fc.tuple(id, fc.constantFrom('yes', 'no', '')), { minLength: 1, maxLength: 5 })
  .map((rows): FileToImport => {
    const plan = planOf('snapshot', [
      ['id', 'accountId'],
      ['churned', 'churnFlag'],
    ]);
    return { plan, rows };
  });
const noteFiles = fc
  .tuple(
    fc.constantFrom('surveys', 'hearingNotes', 'interventions'),
    fc.array(fc.tuple(id, day, maybeDay, fc.constantFrom('', '1', '4.5', '5'), text, text), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([kind, rows]): FileToImport => {
    const roles = {
      surveys: ['score', 'respondent'],
      hearingNotes: ['rating', 'topic'],
      interventions: ['contactKind', 'contactBy'],
    } as const;
    const [first, second] = roles[kind];
    const plan = planOf(
      kind,
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['known', 'knownOn'],
        ['first', first],
        ['second', second],
        ['=more', 'recordColumn'],
      ],
      { source: kind },
    );
    return { plan, rows: rows.map(([a, d, k, f, x, y]) => [a, formatDay(d), dateOf(k), f, x, y]) };
  });
const eventsFile = fc
  .tuple(
    fc.array(
      fc.tuple(id, day, fc.constantFrom('', '=u', 'v', '007'), text, fc.constantFrom('', '0', '2.5')),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    fc.constantFrom('app', '=web'),
    fc.constantFrom(0, 2),
  )
  .map(([rows, source, lagDays]): FileToImport => {
    const plan = planOf(
      'events',
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['user', 'userId'],
        ['event', 'eventName'],
        ['n', 'quantity'],
      ],
      { source, lagDays },
    );
    return { plan, rows: rows.map(([a, d, u, e, q]) => [a, formatDay(d), u, e, q]) };
  });
const anyFile = fc.oneof(
  ...[accountsFile, wideFile, longFile, outcomesFile, recordsFile],
  ...[datedAttributesFile, contractsFile, snapshotFile, noteFiles, eventsFile],
);

/** Cells as they are, quoted: what a client's file holds. */
function rawCsv({ plan, rows }: FileToImport): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return [plan.columns.map(({ name }) => name), ...rows]
    .map((row) => `${row.map(quote).join(',')}\r\n`)
    .join('');
}

describe('an export, imported again', () => {
  it('gives the same live data, for every kind of file in any order', async () => {
    const files = fc.array(anyFile, {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(files, fc.nat({ max: 12 }), async (some, undone) => {
        await imports.newWorkspace();
        for (const file of some) await imports.commit(rawCsv(file), file.plan);
        const batches = (await imports.running().get('imports.batches', {})).items;
        if (batches.length > 1 && undone < batches.length - 1) {
          await imports.running().get('imports.setUndone', { number: batches[undone]!.number, undone: true });
        }
        const { before, after, again } = await roundTrip();
        expect(byId(after)).toEqual(byId(before));
        expect(again).toBe(0);
      }),
      { numRuns: 8 },
    );
  }, 240_000);

  it('keeps a return after a churn where no file told the first start', async () => {
    await imports.newWorkspace();
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1'), usagePlan());
    const turns = planOf('outcomes', [
      ['id', 'accountId'],
      ['on', 'outcomeOn'],
      ['what', 'outcomeKind'],
    ]);
    await imports.commit(csv('id,on,what', 'a,2024-01-20,churn', 'a,2024-02-10,reactivation'), turns);
    const { before, after, again } = await roundTrip();
    expect(before.lives.startDay).toHaveLength(2);
    expect(byId(after)).toEqual(byId(before));
    expect(again).toBe(0);
  });

  it('keeps the main usage, the day until which outcomes are complete, and kinds changed by hand', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    await imports.commit(
      csv('id,date,logins', 'a,2024-01-01,1', 'a,2024-03-01,1'),
      usagePlan({ lagDays: 3 }),
    );
    await imports.commit(csv('id,date,logins', 'b,2024-01-01,1'), usagePlan());
    const churn = planOf(
      'outcomes',
      [
        ['id', 'accountId'],
        ['on', 'outcomeOn'],
      ],
      { completeUntil: 19_750 },
    );
    await imports.commit(csv('id,on', 'a,2024-01-20'), churn);
    await running.get('data.setMainUsage', { metric: 'logins' });
    await running.get('data.setMetricKind', { metric: 'logins', kind: 'level' });
    const { findings: _found, batches: _batches, ...before } = await imports.summary();
    await roundTrip();
    const { findings: _f, batches: _b, ...after } = await imports.summary();
    expect(after).toEqual(before);
  });

  it('brings entries by hand back as entries by hand, once', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    const notes = planOf(
      'hearingNotes',
      [
        ['id', 'accountId'],
        ['on', 'date'],
        ['text', 'text'],
      ],
      { source: 'hearingNotes' },
    );
    await imports.commit(csv('id,on,text', 'a,2024-01-01,=file'), notes);
    const accountId = 'a';
    const note = { day: 19_800, knownOn: 19_810, stakeholder: '@x', topic: '', rating: 2, text: 'a,\n"b"' };
    const contact = { day: 19_820, knownOn: null, contactKind: '電話', contactBy: '', text: '=1' };
    const outcome = { day: 19_900, noticeDay: 19_890, voluntary: true, amount: -2.5, reason: '-x' };
    for (let twice = 0; twice < 2; twice++) {
      await running.get('entries.saveNote', { accountId, entry: null, note });
    }
    await running.get('entries.saveContact', { accountId, entry: null, contact });
    for (const kind of ['churn', 'renewal'] as const) {
      await running.get('entries.saveOutcome', { accountId, replaces: null, outcome: { ...outcome, kind } });
    }
    const list = async () => {
      const { known: _, ...all } = await running.get('entries.list', { accountId });
      return Object.values(all).map((rows) =>
        rows.map((row) => ('entry' in row ? { ...row, entry: row.entry !== null } : row)),
      );
    };
    const before = await list();
    expect(before[0]).toMatchObject([{ entry: true, backDated: true }, { entry: true }, { entry: false }]);
    expect((await roundTrip()).again).toBe(0);
    expect(await list()).toEqual(before);
  });

  it('keeps every text when its files are taken one by one', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    const plan = planOf('accounts', [
      ['id', 'accountId'],
      ['name', 'accountName'],
      ['=plan', 'attribute'],
    ]);
    await imports.commit(csv('id,name,=plan', "=A1,@x,'=p", '007,-y,NA'), plan);
    await imports.commit(csv('id,date,logins', '=A1,2024-01-01,1', '007,2024-01-02,2'), usagePlan());
    const before = await imports.dataset();
    const exported = await running.get('data.export', { taskId: 'one by one' });
    const zip = await pathOf(exported.token);
    const listed = await listZip(zip);
    await imports.newWorkspace();
    for (const entry of listed.ok ? listed.value : []) {
      if (!entry.name.endsWith('.csv')) continue;
      const path = join(running.folder, entry.name);
      await extractEntry(zip, entry, { path, limitBytes: 1 << 20 });
      const token = await running.addFile(path);
      const { suggestion } = await running.get('imports.preview', { token, options: {} });
      await running.get('imports.commit', { token, plan: suggestion, taskId: entry.name });
    }
    expect(byId(await imports.dataset())).toEqual(byId(before));
  });

  it('with an entry that nobody could have typed changes nothing', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    const plan = exportPlan('outcomes', outcomeColumns);
    const path = join(running.folder, 'edited.zip');
    const zip = await createZip(path);
    const accounts = exportPlan('accounts', [{ role: 'accountId', name: 'account_id' }]);
    const files = [
      { name: 'accounts.csv', plan: accounts, rows: () => [['a']] },
      { name: 'entries.csv', plan, rows: () => [['a', 'soon', 'churn', '', '', '', '']], byHand: true },
    ];
    for (const table of files) await writeTable(zip, table, async () => true);
    const manifest = {
      ...{ format: 'myaku-export', version: 1, metrics: [], mainUsage: null },
      files: files.map(({ rows: _, ...file }) => file),
    };
    await zip.begin(manifestName);
    await zip.write(Buffer.from(JSON.stringify(manifest)));
    await zip.finish();
    const token = await running.addFile(path);
    expect(await running.ask('data.importExport', { token, taskId: 'edited' })).toMatchObject({
      error: { code: 'exportInvalid', detail: { fileName: 'entries.csv', line: 2 } },
    });
    expect((await imports.summary()).accounts).toBe(0);
  });

  it('writes nothing that a spreadsheet would run', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    await imports.commit(
      csv('id,=name', '=cmd,@x', "'=cmd,-y"),
      planOf('accounts', [
        ['id', 'accountId'],
        ['=name', 'attribute'],
      ]),
    );
    const exported = await running.get('data.export', { taskId: `safe ${++count}` });
    const lines = readFileSync(await pathOf(exported.token), 'utf8').split('\r\n');
    expect(lines.slice(1, 3)).toEqual(["'=cmd,,,,,'@x", "''=cmd,,,,,'-y"]);
    expect(lines[0]?.endsWith("account_id,account_name,start_date,notice_date,churn_date,'=name")).toBe(true);
  });

  it('of nothing is refused, and so is a zip that is no export', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    expect(await running.ask('data.export', { taskId: 'none' })).toMatchObject({
      ok: false,
      error: { code: 'noData' },
    });
    const token = await imports.file(writeCsv(['id'], [['a']]), 'x.zip');
    const asked = running.ask('data.importExport', { token, taskId: 'no zip' });
    expect(await asked).toMatchObject({ ok: false, error: { code: 'fileNotText' } });
  });
});

describe('undo of a batch', () => {
  it('restores the export, byte for byte, and the live data of before', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    const bytes = async () => {
      const exported = await running.get('data.export', { taskId: `bytes ${++count}` });
      return readFileSync(await pathOf(exported.token));
    };
    await imports.commit(csv('id,date,logins', 'a,2024-01-01,1', 'b,2024-01-02,2'), usagePlan());
    const [exportBefore, dataBefore] = [await bytes(), await imports.dataset()];
    const { batch } = await imports.commit(
      csv('id,date,logins', 'a,2024-01-01,9', 'c,2024-02-01,3'),
      usagePlan(),
    );
    expect(await bytes()).not.toEqual(exportBefore);
    await running.get('imports.setUndone', { number: batch!.number, undone: true });
    expect(await bytes()).toEqual(exportBefore);
    expect(byId(await imports.dataset())).toEqual(byId(dataBefore));
  });
});

describe('a cancelled import of an export', () => {
  it('leaves the live data as they were', async () => {
    await imports.newWorkspace();
    const running = imports.running();
    const rows = Array.from({ length: 20_000 }, (_, i) => `a${i % 50},2024-01-01,${i}`);
    await imports.commit(
      csv('id,on,kind', ...rows),
      planOf('records', [
        ['id', 'accountId'],
        ['on', 'date'],
        ['kind', 'recordColumn'],
      ]),
    );
    const exported = await running.get('data.export', { taskId: `cancel ${++count}` });
    const path = join(running.folder, 'cancel.zip');
    copyFileSync(await pathOf(exported.token), path);
    await imports.newWorkspace();
    const token = await running.addFile(path);
    const importing = running.ask('data.importExport', { token, taskId: 'stop' });
    await running.get('tasks.cancel', { taskId: 'stop' });
    expect(await importing).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await imports.summary()).accounts).toBe(0);
  });
});
