import { Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetectionLead } from '../../../../shared/schemas/lab-autopsy.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { colours } from '../../../ui/colours.ts';
import { HelpTip } from '../../../ui/help-tip.tsx';
import { useRun } from '../run-context.ts';
import { binLeads, buildLeadOption, type LeadBin } from './build-lead.ts';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { LeadTable } from './lead-table.tsx';
import { NoFigure } from './no-figure.tsx';
import { RateFigure } from './rate-figure.tsx';

/** For how long it was red without a break before the end, and why that differs from the catch rate. */
export function LeadTab() {
  const { t } = useTranslation('backtest');
  const { lead } = useLab().lab;
  const words = useBinWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const bins = useMemo(() => binLeads(lead.leads), [lead]);
  const option = useMemo(() => buildLeadOption(bins, words), [bins, words]);
  if (lead.reason !== null) return <NoFigure reason={lead.reason} />;
  const bin = chosen === null ? undefined : bins[chosen];
  return (
    <Stack gap="lg">
      <LabPart title={t('lab.lead.title')} help={t('lab.lead.help')}>
        <Chart
          option={option}
          height={240}
          ariaLabel={t('lab.lead.chart', { churners: lead.churners, withRun: lead.withRun })}
          onPoint={({ dataIndex }) => setChosen(dataIndex === chosen ? null : dataIndex)}
        />
        {bins.some(({ kind }) => kind === 'cut') && (
          <Text size="xs" c="dimmed">
            {t('lab.lead.cutNote')}
          </Text>
        )}
      </LabPart>
      <LeadNumbers lead={lead} />
      <LeadTable
        leads={bin?.leads ?? lead.leads}
        title={
          bin === undefined ? t('lab.lead.tableTitle') : `${t('lab.lead.tableTitle')}: ${words.nameOf(bin)}`
        }
        onShowAll={bin === undefined ? null : () => setChosen(null)}
      />
    </Stack>
  );
}

function LeadNumbers({ lead }: { readonly lead: DetectionLead }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { caught } = useLab().lab.misses;
  const { gapDays } = useRun().output.figures.settings;
  return (
    <>
      <Group gap="xl" align="flex-start">
        <div>
          <Group gap={4}>
            <Text size="xs" c="dimmed">
              {t('lab.lead.median')}
            </Text>
            <HelpTip text={t('lab.lead.medianHelp')} />
          </Group>
          <Text fw={600}>
            <MedianText median={lead.median} />{' '}
            <Text span size="xs" c="dimmed" fw={400}>
              {t('common:label.n')} {format.number(lead.churners, 0)}
            </Text>
          </Text>
        </div>
        <RateFigure
          label={t('lab.lead.inTime')}
          help={t('lab.lead.inTimeHelp', { gap: gapDays })}
          rate={lead.inTime}
          colour={colours.churned}
        />
        <RateFigure
          label={t('lab.lead.kept')}
          help={t('lab.lead.keptHelp')}
          rate={lead.keptInAlarm}
          colour={colours.kept}
        />
      </Group>
      <div>
        <Text size="sm">{t('lab.lead.explainLead')}</Text>
        <Text size="sm">{t('lab.lead.explainCatch', { caught: format.percent(caught.rate) })}</Text>
      </div>
    </>
  );
}

function MedianText({ median }: { readonly median: DetectionLead['median'] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  if (median === null || median.leadDays === null) return <>{t('lab.lead.medianNone')}</>;
  const days = format.number(median.leadDays, 1);
  return <>{t(median.cut ? 'lab.lead.medianCut' : 'lab.lead.medianValue', { days })}</>;
}

function useBinWords() {
  const { t } = useTranslation('backtest');
  return useMemo(() => {
    const nameOf = ({ kind, from, to }: LeadBin) => {
      if (kind === 'none') return t('lab.lead.none');
      return kind === 'cut' ? t('lab.lead.cutDays', { from }) : t('lab.lead.days', { from, to });
    };
    return {
      nameOf,
      tip: (bin: LeadBin) => t('lab.lead.tip', { bin: nameOf(bin), count: bin.leads.length }),
      accounts: t('lab.lead.accounts'),
    };
  }, [t]);
}
