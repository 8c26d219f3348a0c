import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll } from 'vitest';
import { loadDataset } from '../../../electron/engine/data/load-dataset.ts';
import { openDatabase } from '../../../electron/engine/store/open-database.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { ColumnPlan, ColumnRole, FileKind, ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { type RunningEngine, runEngine } from '../../helpers/run-engine.ts';

export type Commit = ChannelOutput<'imports.commit'>;

/** One engine for the tests of a file; each test makes a workspace of its own. */
export interface ImportsUnderTest {
  readonly running: () => RunningEngine;
  newWorkspace(): Promise<void>;
  /** Registers a file of this content and returns its token. */
  file(content: string | Uint8Array, name?: string): Promise<string>;
  check(content: string | Uint8Array, plan: ImportPlan): Promise<ChannelOutput<'imports.check'>>;
  commit(content: string | Uint8Array, plan: ImportPlan): Promise<Commit>;
  summary(): Promise<ChannelOutput<'data.summary'>>;
  /** The live data as the saved file holds it, read by another database. */
  dataset(): Promise<Dataset>;
}

export function importsUnderTest(): ImportsUnderTest {
  let running: RunningEngine | null = null;
  let count = 0;
  const engine = () => {
    if (running === null) throw new Error('no engine yet');
    return running;
  };
  beforeAll(async () => {
    running = await runEngine();
  });
  afterAll(() => engine().stop());
  const next = (name: string) => `${name} ${++count}`;
  const file: ImportsUnderTest['file'] = (content, name = 'file.csv') => {
    const path = join(engine().folder, `${next('file')} ${name}`);
    writeFileSync(path, content);
    return engine().addFile(path);
  };
  return {
    running: engine,
    newWorkspace: async () => void (await engine().get('workspace.create', { name: next('workspace') })),
    file,
    async check(content, plan) {
      return engine().get('imports.check', { token: await file(content), plan, taskId: next('task') });
    },
    async commit(content, plan) {
      return engine().get('imports.commit', { token: await file(content), plan, taskId: next('task') });
    },
    summary: () => engine().get('data.summary', {}),
    async dataset() {
      await engine().get('workspace.save', {});
      const state = await engine().get('workspace.state', {});
      const path = join(engine().folder, 'workspaces', state.open?.fileName ?? '');
      const database = await openDatabase(new Uint8Array(readFileSync(path)));
      const dataset = await loadDataset(database, async () => {});
      database.close();
      return dataset;
    },
  };
}

type Column = readonly [name: string, role: ColumnRole, more?: Partial<ColumnPlan>];

/** A plan for a file with these columns, in file order; day marks, blanks kept as missing, unknown accounts added. */
export function planOf(
  kind: FileKind,
  columns: readonly Column[],
  changes: Partial<ImportPlan> = {},
): ImportPlan {
  return {
    kind,
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
    columns: columns.map(([name, role, more], index) => ({ index, name, role, ...more })),
    decimal: '.',
    dateMarks: 'day',
    grain: 'day',
    lagDays: 0,
    blankMeansZero: false,
    source: kind === 'records' ? 'tickets' : '',
    completeUntil: null,
    unknownAccounts: 'add',
    problemRows: 'skip',
    ...changes,
  };
}

/** Account, date and one flow. */
export function usagePlan(changes: Partial<ImportPlan> = {}): ImportPlan {
  return planOf(
    'metricsWide',
    [
      ['id', 'accountId'],
      ['date', 'date'],
      ['logins', 'metricValue', { metricKind: 'flow' }],
    ],
    changes,
  );
}

export function csv(...rows: readonly string[]): string {
  return `${rows.join('\r\n')}\r\n`;
}

/** The same text in each encoding that the app must read, beside the encoding's name in a plan. */
export const writings: readonly (readonly [
  name: string,
  encoding: 'utf-8' | 'shift_jis',
  write: (text: string) => Uint8Array,
])[] = [
  ['UTF-8', 'utf-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', 'utf-8', (text) => Buffer.from(`\ufeff${text}`)],
  ['CP932', 'shift_jis', (text) => iconv.encode(text, 'cp932')],
];

/** Observations of a metric as [account id, day, value, known on]. */
export function observationsOf(dataset: Dataset, metric: string): [string, number, number, number][] {
  const series = dataset.metrics.get(metric);
  if (series === undefined) return [];
  const found: [string, number, number, number][] = [];
  dataset.accountIds.forEach((id, account) => {
    for (let i = series.offsets[account]!; i < series.offsets[account + 1]!; i++) {
      found.push([id, series.day[i]!, series.value[i]!, series.knownOn[i]!]);
    }
  });
  return found;
}
