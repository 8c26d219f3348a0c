import type { DetectionLead } from '../../../../shared/schemas/lab-autopsy.ts';
import type { ChartOption } from '../../../ui/chart.tsx';
import { accentColour } from '../../../ui/chart-colours.ts';
import { colours } from '../../../ui/colours.ts';
import { linkedBars } from '../charts/build-overlays.ts';

export type Lead = DetectionLead['leads'][number];

const binDays = 30;

export interface LeadBin {
  readonly kind: 'none' | 'days' | 'cut';
  /** First and last day of the bin; for `cut` the shortest of them and itself. */
  readonly from: number;
  readonly to: number;
  readonly leads: readonly Lead[];
}

export interface LeadWords {
  readonly nameOf: (bin: LeadBin) => string;
  readonly tip: (bin: LeadBin) => string;
  readonly accounts: string;
  readonly ink: string;
}

/** Leads in steps of 30 days (1–30, 31–60, …): those without one on the left, those cut off at the right. */
export function binLeads(leads: readonly Lead[]): LeadBin[] {
  const none = leads.filter(({ leadDays }) => leadDays === null);
  const whole = leads.filter(({ leadDays, cut }) => leadDays !== null && !cut);
  const cut = leads.filter((lead) => lead.cut && lead.leadDays !== null);
  const longest = Math.max(binDays, ...whole.map(({ leadDays }) => leadDays ?? 0));
  const days = Array.from({ length: Math.ceil(longest / binDays) }, (_, step): LeadBin => {
    const [from, to] = [step * binDays + 1, (step + 1) * binDays];
    return { kind: 'days', from, to, leads: whole.filter((lead) => binOf(lead) === step) };
  });
  const least = Math.min(...cut.map(({ leadDays }) => leadDays ?? 0));
  return [
    { kind: 'none', from: 0, to: 0, leads: none },
    ...days,
    ...(cut.length === 0 ? [] : [{ kind: 'cut' as const, from: least, to: least, leads: cut }]),
  ];
}

/** A bar from 0 for each bin with its count above. */
export function buildLeadOption(bins: readonly LeadBin[], words: LeadWords): ChartOption {
  return {
    grid: { left: 48, right: 16, top: 28, bottom: 32, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const bin = bins[dataIndex];
        return bin === undefined ? '' : words.tip(bin);
      },
    },
    xAxis: {
      type: 'category',
      data: bins.map(words.nameOf),
      axisLabel: { interval: 0 },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      name: words.accounts,
      nameGap: 10,
      nameLocation: 'end',
      nameTextStyle: { align: 'left' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 64,
        cursor: 'pointer',
        label: { show: true, position: 'top' },
        data: bins.map(({ kind, leads }) => ({
          value: leads.length,
          itemStyle: { color: kind === 'none' ? colours.neutral : accentColour },
        })),
      },
      linkedBars(words.ink),
    ],
  };
}

function binOf({ leadDays }: Lead): number {
  return Math.max(0, Math.ceil((leadDays ?? 0) / binDays) - 1);
}
