import { Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../../shared/schemas/figures.ts';
import type { Query } from '../../../client/use-query.ts';
import { BandChart } from '../band-chart.tsx';
import { curveKinds } from '../lab/build-curves.ts';
import { type LabOutput, useLab } from '../lab/lab-context.ts';
import { LabPanel } from '../lab/lab-panel.tsx';
import { MonthChart } from '../month-chart.tsx';
import { CalibrationChart } from './calibration-chart.tsx';
import { CurveChart } from './curve-chart.tsx';
import { DriftChart } from './drift-chart.tsx';
import { LeadChart } from './lead-chart.tsx';
import { LinkBar } from './link-bar.tsx';
import { MovesChart } from './moves-chart.tsx';
import { SurvivalChart } from './survival-chart.tsx';

export interface LinkedChartsProps {
  readonly window: WindowFigures;
  readonly lab: Query<LabOutput>;
}

const columns = { base: 1, md: 2 };

/** The charts two by two: what is pointed at in one lights up in all, a click opens the accounts behind it. */
export function LinkedCharts({ window, lab }: LinkedChartsProps) {
  const { t } = useTranslation('backtest');
  return (
    <Stack gap="sm" component="section" aria-label={t('linked.title')}>
      <Group gap="md" className="linked-head">
        <Title order={2} size="h5">
          {t('linked.title')}
        </Title>
        <LinkBar />
      </Group>
      <SimpleGrid cols={columns} spacing="md">
        <BandChart window={window} />
        <MonthChart />
      </SimpleGrid>
      <LabPanel query={lab}>
        <LabCharts />
      </LabPanel>
    </Stack>
  );
}

function LabCharts() {
  const { lab } = useLab();
  return (
    <SimpleGrid cols={columns} spacing="md">
      {lab.curves.points.length > 0 && curveKinds.map((kind) => <CurveChart key={kind} kind={kind} />)}
      <CalibrationChart />
      <LeadChart />
      <DriftChart />
      <SurvivalChart />
      <MovesChart />
    </SimpleGrid>
  );
}
