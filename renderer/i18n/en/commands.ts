import type { SameKeys } from '../catalogue.ts';
import type { jaCommands } from '../ja/commands.ts';

export const enCommands: SameKeys<typeof jaCommands> = {
  palette: {
    label: 'Commands',
    placeholder: 'Find an action…',
    nothingFound: 'No action fits',
  },
  go: 'Go to: {{page}}',
  save: 'Save now',
  close: 'Close the workspace',
  new: 'New workspace',
  open: 'Open a workspace',
  saveAs: 'Save as',
  undo: 'Undo: {{step}}',
  redo: 'Redo: {{step}}',
  language: 'Switch language (日本語)',
  theme: 'Switch colours',
  shortcuts: 'Show keyboard shortcuts',
  shortcutList: {
    title: 'Keyboard shortcuts',
    key: 'Key',
    action: 'Action',
    palette: 'Find a command',
    undo: 'Undo a design change',
    redo: 'Redo a design change',
    save: 'Save now',
    pages: 'Go to a page',
    list: 'Open this list',
    panes: 'Move between the header and the columns of Scorecard',
    card: 'From a measure’s card to its first handle (Esc goes back)',
    rows: 'Move between table rows, open one',
    points: 'Choose a point of a chart, open it',
    close: 'Close',
  },
};
