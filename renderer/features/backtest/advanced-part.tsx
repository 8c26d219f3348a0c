import { SimpleGrid, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import { useDesign } from '../../client/use-design.ts';
import type { Query } from '../../client/use-query.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { ColumnHead } from './column-head.tsx';
import { type LabOutput, useLab } from './lab/lab-context.ts';
import { LabPanel } from './lab/lab-panel.tsx';
import { TaskQueryView } from './lab/task-query-view.tsx';
import { WindowN } from './lab/window-n.tsx';
import { useRun } from './run-context.ts';

/** Figures that analysts ask for and others need not know: Gini, KS, average precision, Brier, PSI, and IV by measure. */
export function AdvancedPart({ lab }: { readonly lab: Query<LabOutput> }) {
  const { t } = useTranslation('backtest');
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="advanced"
      data-testid="advanced"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('advanced.title')}</summary>
      {isOpen && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mt="xs">
          <LabPanel query={lab}>
            <Figures />
          </LabPanel>
          <InformationValues />
        </SimpleGrid>
      )}
    </details>
  );
}

function Figures() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { window } = useRun();
  const { curves, calibration, drift } = useLab().lab;
  if (window === null) return null;
  const three = (value: number | null | undefined) => format.auc(value ?? null, 3);
  const rows: readonly (readonly [Term, string, ReactNode])[] = [
    ['gini', t('advanced.gini'), three(window.gini)],
    ['allPairsAuc', t('advanced.allPairsAuc'), three(window.allPairsAuc)],
    ['averagePrecision', t('lab.curves.ap'), three(curves.averagePrecision)],
    ['ks', t('lab.curves.ks'), three(curves.ks?.value)],
    ['brier', t('lab.calibration.brier'), format.number(calibration.brier, 4)],
    ['brierSkill', t('lab.calibration.skill'), format.percent(calibration.brierSkill)],
    [
      'drift',
      'PSI',
      t('advanced.psi', {
        psi: format.number(drift.psi, 3),
        limit: format.number(drift.limit, 3),
        swaps: format.number(drift.swaps, 0),
      }),
    ],
  ];
  return (
    <div>
      <Table fz={13} aria-label={t('advanced.label')}>
        <Table.Tbody>
          {rows.map(([term, name, value]) => (
            <Table.Tr key={term}>
              <Table.Th fw={500} w="45%">
                <Explained term={term}>{name}</Explained>
              </Table.Th>
              <Table.Td className="num">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4} component="div">
        <NOfWindow window={window} />
      </Text>
    </div>
  );
}

function NOfWindow({ window }: { readonly window: WindowFigures }) {
  return <WindowN churners={window.churners} rows={window.rows - window.unscoredRows} />;
}

/** Information value of the score's measures on the design window, beside what chance alone reaches. */
function InformationValues() {
  const { t } = useTranslation('backtest');
  const { figures, scorecard } = useRun().output;
  const { outcome } = figures.settings;
  const aim = outcome === 'expansion' ? ('findExpansion' as const) : undefined;
  const query = useTaskQuery(
    'measures.explore',
    { aim, scorecardId: scorecard.id },
    { label: t('advanced.running') },
  );
  return (
    <TaskQueryView query={query} label={t('advanced.running')}>
      {(explored) => <ValueTable explored={explored} />}
    </TaskQueryView>
  );
}

function ValueTable({ explored }: { readonly explored: Explorer }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const measures = useDesign()?.measures;
  const { scorecard } = useRun().output;
  const used = new Set(scorecard.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId)));
  const items = explored.items.filter(({ measureId }) => used.has(measureId));
  return (
    <div>
      <Table fz={13} aria-label={t('advanced.values')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lab.compare.measures')}</Table.Th>
            <ColumnHead right term="informationValue">
              IV
            </ColumnHead>
            <ColumnHead right term="noiseFloor">
              {t('advanced.floor')}
            </ColumnHead>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ measureId, iv, noise }) => (
            <Table.Tr key={measureId}>
              <Table.Td>{measures?.find(({ id }) => id === measureId)?.name ?? measureId}</Table.Td>
              <Table.Td className="num">{format.number(iv, 2)}</Table.Td>
              <Table.Td className="num">{format.number(noise.iv, 2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('advanced.designOnly', {
          churners: format.count(explored.churners, 'churner'),
          rows: format.count(explored.rows, 'row'),
        })}
      </Text>
    </div>
  );
}
