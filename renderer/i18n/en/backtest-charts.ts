import type { SameKeys } from '../catalogue.ts';
import type { jaBacktestCharts } from '../ja/backtest-charts.ts';

/** The linked charts: what lights up in all of them. */
export const enBacktestCharts: SameKeys<typeof jaBacktestCharts> = {
  linked: {
    title: 'Linked charts',
    hint: 'Point at a mark or a number and the same accounts light up in every chart; a click opens the list.',
    waiting: '{{title}}…',
    shown: 'Lit: {{title}} ({{accounts}}, {{rows}})',
  },
};
