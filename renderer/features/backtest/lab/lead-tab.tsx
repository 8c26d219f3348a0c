import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { colours } from '../../../ui/colours.ts';
import { useRun } from '../run-context.ts';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { LeadTable } from './lead-table.tsx';
import { MedianText } from './median-text.tsx';
import { NoFigure } from './no-figure.tsx';
import { PlainFigure } from './plain-figure.tsx';
import { RateFigure } from './rate-figure.tsx';
import { WindowN } from './window-n.tsx';

/** For how long each was red without a break before the end, and why that differs from the catch rate. */
export function LeadTab() {
  const { t } = useTranslation('backtest');
  const { lead } = useLab().lab;
  if (lead.reason !== null) return <NoFigure reason={lead.reason} />;
  return (
    <Stack gap="lg">
      <LabPart title={t('lab.lead.title')} term="detectionLead">
        <LeadNumbers />
      </LabPart>
      <LeadTable leads={lead.leads} />
    </Stack>
  );
}

function LeadNumbers() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { lead, misses } = useLab().lab;
  const { output, window } = useRun();
  const { gapDays } = output.figures.settings;
  const inTime = lead.leads.flatMap(({ leadDays, life }) =>
    leadDays !== null && leadDays > gapDays ? [life] : [],
  );
  return (
    <>
      <Group gap="xl" align="flex-start">
        <PlainFigure
          label={t('lab.lead.median')}
          term="leadMedian"
          value=""
          note={
            <WindowN
              churners={lead.churners}
              rows={window === null ? 0 : window.rows - window.unscoredRows}
            />
          }
        >
          <Text span fw={600}>
            <MedianText median={lead.median} />
          </Text>
        </PlainFigure>
        <RateFigure
          label={t('lab.lead.inTime')}
          term="leadInTime"
          rate={lead.inTime}
          colour={colours.churned}
          cell={{ type: 'lives', lives: inTime.slice(0, 5000) }}
        />
        <RateFigure
          label={t('lab.lead.kept')}
          term="leadKept"
          rate={lead.keptInAlarm}
          colour={colours.kept}
          cell={{ type: 'lives', lives: lead.keptInAlarmLives }}
        />
      </Group>
      <div>
        <Text size="sm">{t('lab.lead.explainLead')}</Text>
        <Text size="sm">{t('lab.lead.explainCatch', { caught: format.percent(misses.caught.rate) })}</Text>
      </div>
    </>
  );
}
