import type { SameKeys } from '../catalogue.ts';
import type { jaMeasuresEvents } from '../ja/measures-events.ts';

export const enMeasuresEvents: SameKeys<typeof jaMeasuresEvents> = {
  aggregation: { distinctUsers: 'Distinct users', distinctFeatures: 'Distinct features' },
  editor: {
    eventSource: 'Events',
    period: 'Periods counted',
    events: 'Events that count',
    keyFeatures: 'Key features',
    eventsHint: 'None chosen: every event counts',
  },
  period: { day: 'Days (the last ones)', week: 'Weeks (whole ones)', month: 'Months (whole ones)' },
  sentence: {
    distinctUsers: {
      all: 'Users with any act in “{{source}}” over {{window}}, each counted once',
      some: 'Users with {{list}} in “{{source}}” over {{window}}, each counted once',
    },
    distinctFeatures: {
      all: 'Kinds of events in “{{source}}” over {{window}}',
      some: 'Key features used in “{{source}}” over {{window}} (of {{list}})',
    },
  },
};
