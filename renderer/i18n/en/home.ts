import type { SameKeys } from '../catalogue.ts';
import type { jaHome } from '../ja/home.ts';

export const enHome: SameKeys<typeof jaHome> = {
  title: 'Home',
  why: 'From importing data to the back-test, one step after the other.',
  welcome: {
    title: 'Welcome to Myaku',
    why: 'See from your own CSV files whether a health score finds churn early. No data leaves this computer.',
  },
  doors: {
    label: 'How to start',
    sample: {
      title: 'Open the sample',
      text: 'Try everything on about 400 made-up companies over 30 months. Your own files are not touched.',
      button: 'Open the sample',
      running: 'Making the sample',
    },
    files: {
      title: 'Start from your CSV files',
      text: 'A new workspace from CSVs of accounts, usage, churn, tickets and the like.',
      drop: 'Drop your CSV files here',
      choose: 'or click to choose them',
      name: 'Workspace name',
      defaultName: 'New workspace',
      create: 'Create an empty workspace',
    },
    open: {
      title: 'Open a workspace',
      text: 'Go on with a saved workspace (.myaku).',
      button: 'Choose a file',
      recent: 'The list below opens them too.',
    },
  },
  goOn: {
    title: 'Where you left off',
    opened: 'last opened {{when}}',
    button: 'Go on',
  },
  making: {
    why: 'The steps appear here as soon as it is whole, in a few seconds.',
    files: '{{done}} of {{total}} files are in',
  },
  recents: {
    title: 'Recent workspaces',
    folder: 'Folder: {{folder}}',
    none: 'None yet.',
    name: 'Name',
    size: 'Size',
    accounts: 'Accounts',
    opened: 'Last opened',
    open: 'Open {{name}}',
    missing: 'Missing',
    current: 'Open now',
  },
  checklist: {
    title: 'How far you are',
    done: 'Done',
    next: 'Next',
    waiting: 'After the step before',
    data: {
      title: 'Import data',
      todo: 'Import CSV files of accounts, usage and churn.',
      done: '{{files}}, {{accounts}}, {{churned}} churned (outcomes known through {{day}})',
      flagged:
        '{{files}}, {{accounts}}, {{churned}} flagged as churned. Without dates only a cross-section can be shown.',
      noOutcomes: '{{files}}, {{accounts}}. No churn is recorded yet, so nothing can be back-tested.',
      button: 'Import data',
    },
    measures: {
      title: 'Choose measures',
      todo: 'Choose measures that differ between churned and kept accounts.',
      done_one: '{{value}} measure',
      done_other: '{{value}} measures',
      button: 'Choose measures',
    },
    scorecard: {
      title: 'Design the score',
      todo: 'Give measures points and weights, and draw the bands.',
      done_one: '{{name}}: {{value}} measure',
      done_other: '{{name}}: {{value}} measures',
      button: 'Design the score',
    },
    backtest: {
      title: 'Back-test it',
      todo: 'Replay the score over past dates and see whether it found churn early.',
      done_one: '{{value}} back-test, on {{when}}',
      done_other: '{{value}} back-tests, the last on {{when}}',
      button: 'Back-test',
    },
    lists: {
      title: 'Export a list to act on',
      todo: 'Choose accounts in the alarm bands and export them with their next actions.',
      done_one: '{{value}} list exported, on {{when}}',
      done_other: '{{value}} lists exported, the last on {{when}}',
      button: 'Make a list',
    },
    lifecycle: {
      title: 'Save a version and use it',
      todo: 'Keep the design under a name and use it for a while without change.',
      done_one: '{{value}} saved version',
      done_other: '{{value}} saved versions',
      button: 'Save a version',
    },
  },
  saveAs: {
    title: 'Save as',
    name: 'Name',
    button: 'Save',
    done: 'Saved as "{{name}}" and opened.',
  },
  backups: {
    title: 'Backups',
    none: 'The workspace file itself is saved. Copies of it are made now and then while you work and when you close it; they are listed here.',
    restore: 'Restore',
    restoreLabel: 'Restore the backup of {{when}}',
    confirmTitle: 'Restore this backup?',
    confirmText:
      'Goes back to the state of {{when}}. The present state is kept as a backup, so this can be undone.',
    done: 'Restored the state of {{when}}.',
  },
  manage: 'Manage the workspace',
  another: 'Open another workspace',
};
