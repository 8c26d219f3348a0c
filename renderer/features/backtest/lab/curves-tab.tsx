import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveFigures } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { curveKinds } from './build-curves.ts';
import { CurveChart } from './curve-chart.tsx';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import { PlainFigure } from './plain-figure.tsx';
import { TopTable } from './top-table.tsx';

/** Calling from the lowest score up: precision–recall, gains and lift with one marked score, and the top shares. */
export function CurvesTab() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { curves } = useLab().lab;
  const n = useN(curves);
  const [score, setScore] = useState<number | null>(null);
  const marked = curves.points.find((point) => point.score === score) ?? null;
  return (
    <Stack gap="lg">
      {curves.reason !== null && <NoFigure reason={curves.reason} />}
      {curves.points.length > 0 && (
        <LabPart title={t('lab.curves.title')} help={t('lab.curves.help')} why={n}>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
            {curveKinds.map((kind) => (
              <CurveChart key={kind} kind={kind} curves={curves} marked={marked} onMark={setScore} />
            ))}
          </SimpleGrid>
          <Text size="sm" aria-live="polite">
            {marked === null
              ? t('lab.curves.help')
              : t('lab.curves.marked', {
                  score: format.score(marked.score / 10),
                  called: format.number(marked.called, 0),
                  found: format.number(marked.found, 0),
                  hit: format.percent(marked.hitRate),
                  catch: format.percent(marked.catchRate),
                  lift: format.number(marked.lift, 2),
                })}
          </Text>
          <CurveNumbers curves={curves} />
        </LabPart>
      )}
      {curves.top.length > 0 && <TopTable rows={curves.top} />}
    </Stack>
  );
}

function CurveNumbers({ curves }: { readonly curves: CurveFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { averagePrecision, ks, rows, positives } = curves;
  const note = useN(curves);
  return (
    <Group gap="xl">
      <PlainFigure
        label={t('lab.curves.ap')}
        help={t('lab.curves.apHelp', { rate: format.percent(rows === 0 ? null : positives / rows) })}
        value={format.auc(averagePrecision)}
        note={note}
      />
      {ks !== null && (
        <PlainFigure
          label={t('lab.curves.ks')}
          help={t('lab.curves.ksHelp', { score: format.score(ks.score / 10) })}
          value={format.auc(ks.value)}
          note={note}
        />
      )}
    </Group>
  );
}

function useN({ churners, accounts, rows }: CurveFigures): string {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  return t('lab.n', {
    churners: format.count(churners, 'churner'),
    accounts: format.count(accounts, 'account'),
    rows: format.count(rows, 'row'),
  });
}
