import type { SameKeys } from '../catalogue.ts';
import type { jaDataImport } from '../ja/data-import.ts';

export const enDataImport: SameKeys<typeof jaDataImport> = {
  problemGrid: {
    state: 'State',
    action: 'Action',
    reasonFilter: 'Filter by reason',
    allReasons: 'All reasons ({{value}})',
    reasonCount: '{{reason}} ({{value}})',
    stateFilter: 'Filter by state',
    states: {
      all: 'All {{value}}',
      open: 'Open {{value}}',
      fixed: 'Fixed {{value}}',
      skipped: 'Left out {{value}}',
    },
    mark: { open: 'open', fixed: 'fixed', skipped: 'left out', checking: 'checking' },
    cellOf: '{{column}} of line {{line}}',
    edit: 'Edit row',
    editOf: 'Edit row: line {{line}}',
    skip: 'Leave out',
    skipOf: 'Leave out: line {{line}}',
    restore: 'Restore',
    restoreOf: 'Restore: line {{line}}',
    undo: 'Undo the last fix',
    export: 'Save problem rows as CSV',
    exported:
      'Problem rows saved. Mend them in a spreadsheet and drop that file here: it is imported with the same mapping.',
    hint: 'A row is checked again as soon as you change a value. The file itself stays as it is. Fixed rows count as kept.',
    full: 'Too many rows to fix here. Save the problem rows as CSV and mend them there.',
    tooLong: 'This row is too long to be fixed here. Save the problem rows as CSV and mend it there.',
    extra: 'Extra cell {{value}}',
    editorTitle: 'Fix line {{line}}',
    save: 'Fix and check',
    cancel: 'Cancel',
  },
};
