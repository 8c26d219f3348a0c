import type { SameKeys } from '../catalogue.ts';
import type { jaMeasuresDraft } from '../ja/measures-draft.ts';

export const enMeasuresDraft: SameKeys<typeof jaMeasuresDraft> = {
  noData: {
    eventSource: 'There are no event data. Import a file of who did what and when.',
    source: 'There are no records. Import a file of tickets, hearing notes, surveys or the like.',
    metric: 'There is no dated column of data. Import a file of numbers by day or month.',
    open: 'Open Data',
  },
  unsaved: {
    title: 'Changes are not saved',
    text: 'If you close now, what you typed is lost.',
    stay: 'Keep editing',
    leave: 'Close without saving',
  },
  aggregationGroup: {
    metric: 'From a column of data',
    events: 'From usage events',
    records: 'From records',
    account: 'From contract and attributes',
    measures: 'From other measures',
  },
};
