import { Group, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import { Explained } from '../../../ui/explained.tsx';
import { binLeads, buildLeadOption } from '../lab/build-lead.ts';
import { useLab } from '../lab/lab-context.ts';
import { useBinWords } from '../lab/lead-words.ts';
import { MedianText } from '../lab/median-text.tsx';
import { NoFigure } from '../lab/no-figure.tsx';
import { useLink } from '../link-context.ts';
import { type Drill, useRun } from '../run-context.ts';
import { Section } from '../section.tsx';
import { linkedId, linkedLeads, overlayOf } from './build-overlays.ts';
import { useMark } from './use-mark.ts';

/** For how many days it was red without a break before the end. */
export function LeadChart() {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { windowName } = useRun();
  const { lead } = useLab().lab;
  const { linked } = useLink();
  const words = useBinWords();
  const bins = useMemo(() => binLeads(lead.leads), [lead]);
  const option = useMemo(() => buildLeadOption(bins, words), [bins, words]);
  const overlay = useMemo(() => overlayOf({ [linkedId]: linkedLeads(linked, bins) }), [linked, bins]);
  const markOf = useCallback(
    ({ dataIndex }: ChartPoint): Drill | null => {
      const bin = bins[dataIndex];
      if (bin === undefined || bin.leads.length === 0) return null;
      return {
        title: t('lab.lead.binTitle', { bin: words.nameOf(bin) }),
        cell: { type: 'lives', lives: bin.leads.slice(0, 5000).map(({ life }) => life) },
        window: windowName,
      };
    },
    [bins, words, windowName, t],
  );
  const marks = useMark(markOf);
  return (
    <Section title={t('lab.lead.title')} term="detectionLead">
      {lead.reason !== null && <NoFigure reason={lead.reason} />}
      {lead.reason === null && (
        <>
          <Chart
            option={option}
            overlay={overlay}
            height={230}
            ariaLabel={t('lab.lead.chart', { churners: lead.churners, withRun: lead.withRun })}
            {...marks}
          />
          <Group gap="xs" fz="sm">
            <Explained term="leadMedian">{t('lab.lead.median')}</Explained>
            <Text span fw={600} inherit>
              <MedianText median={lead.median} />
            </Text>
            <Text span c="dimmed" inherit>
              {t('basis')} {format.count(lead.churners, 'churner')}
            </Text>
            {bins.some(({ kind }) => kind === 'cut') && (
              <Text span size="xs" c="dimmed">
                {t('lab.lead.cutNote')}
              </Text>
            )}
          </Group>
        </>
      )}
    </Section>
  );
}
