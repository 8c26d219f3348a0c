import type { SameKeys } from '../catalogue.ts';
import type { jaData } from '../ja/data.ts';
import { enDataAudit } from './data-audit.ts';
import { enDataImport } from './data-import.ts';
import { enDataKinds } from './data-kinds.ts';
import { enDataWizard } from './data-wizard.ts';

export const enData: SameKeys<typeof jaData> = {
  title: 'Data',
  why: 'Import CSV files and check whether they can carry a back-test.',
  add: {
    button: 'Add files',
    drop: 'Drop here to import',
    dropHint: 'Several files at once are fine. The originals are never changed.',
    pastedName: 'pasted table',
    notTable: 'What you pasted is not a table. Copy two or more rows, the header included.',
  },
  first: {
    title: 'Drop your CSV files on this page',
    text: 'Or choose them with “Add files”. A table copied in a spreadsheet can be pasted as it is.',
    kinds: 'Files that can be imported',
  },
  kind: {
    accounts: 'Accounts',
    metricsWide: 'Metrics (wide)',
    metricsLong: 'Metrics (long)',
    outcomes: 'Outcomes',
    records: 'Records',
    ...enDataKinds.kind,
    manual: enDataKinds.manual,
  },
  kindText: {
    accounts: 'One row per account: start, churn date, plan and so on.',
    metricsWide: 'One row per account and date, one column per metric: log-ins and so on.',
    metricsLong: 'One metric’s name and one value per row.',
    outcomes: 'One churn, contraction, renewal … per row.',
    records: 'One ticket, meeting, training … per row.',
    ...enDataKinds.kindText,
  },
  kindReason: {
    accounts: '“{{account}}” differs in every row, and attributes stand beside it rather than a series.',
    metricsWide: 'Beside “{{account}}” and the date “{{date}}” the file holds numbers (columns: {{count}}).',
    metricsLong: 'Beside “{{account}}” and the date “{{date}}” there is a column of names and one of values.',
    outcomes: 'Each row of “{{account}}” has the date of an outcome, “{{date}}”.',
    records: 'Beside “{{account}}” and the date “{{date}}” there are columns that are not numbers.',
    ...enDataKinds.kindReason,
  },
  confidence: { high: 'high', middle: 'medium', low: 'low' },
  metricKind: { flow: 'Flow', level: 'Level' },
  grain: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' },
  batches: {
    title: 'Imported files',
    dates: '{{first}} – {{last}}',
    importedAt: 'imported {{at}}',
    undone: 'Undone',
    undo: 'Undo import',
    redo: 'Redo import',
    undoneNow: 'The import of {{name}} was undone.',
    redoneNow: 'The import of {{name}} was redone.',
    rejected_one: '{{value}} problem row',
    rejected_other: '{{value}} problem rows',
  },
  counts: {
    sum: '{{read}} rows read = {{kept}} kept + {{rejected}} left out',
    added: '{{value}} new',
    replaced: '{{value}} replaced',
    unchanged: '{{value}} unchanged',
    rejected: '{{value}} left out',
  },
  rejected: {
    title: 'Rows not imported: {{name}}',
    text: 'Mend the file and import it again. Rows already imported will count as unchanged.',
    export: 'Export the problem rows as CSV',
    saved: 'The problem rows were exported.',
  },
  metrics: {
    title: 'Metrics',
    text: 'How each imported series is treated.',
    mainUsage: 'Main usage',
    mainUsageHelp:
      'The flow that the baselines “usage only” and “days since last activity” use. At first it is the one with most values.',
    setMain: 'Make {{name}} the main usage',
    name: 'Name',
    kind: 'Kind',
    kindOf: 'Kind of {{name}}',
    kindHelp: 'A flow without a row is 0 (log-ins). A level without a row is unknown (seats, satisfaction).',
    grain: 'Grain',
    values: 'Values',
    dates: 'Dates',
  },
  queue: {
    title: 'Files to import',
    remove: 'Leave out {{name}}',
    waiting: 'waiting',
    done: '✓ {{rows}} kept',
    unchanged: '✓ no change',
    leave_one: 'Leave out {{value}} file and close',
    leave_other: 'Leave out {{value}} files and close',
  },
  ...enDataAudit,
  ...enDataWizard,
  ...enDataImport,
};
