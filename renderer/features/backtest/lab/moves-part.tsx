import { Select, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BandMoves } from '../../../../shared/schemas/lab-figures.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Chart } from '../../../ui/chart.tsx';
import { useRun } from '../run-context.ts';
import { bandName } from './build-calibration.ts';
import { buildMoveMatrix, buildMovesOption, type MoveMatrix, moveColour } from './build-moves.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

const all = 'all';

/** How accounts move from band to band between as-of dates, as a picture and as a table. */
export function MovesPart({ moves }: { readonly moves: BandMoves }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const [step, setStep] = useState(all);
  const matrix = useMemo(() => buildMoveMatrix(moves, step === all ? null : Number(step)), [moves, step]);
  const stateOf = useStateNames(moves);
  const option = useMemo(
    () =>
      buildMovesOption(matrix, (state) => moveColour(moves.states[state], bands), {
        stateOf,
        before: (state) => t('lab.months.before', { state }),
        after: (state) => t('lab.months.after', { state }),
        count: (accounts) => format.count(accounts, 'account'),
      }),
    [matrix, moves, bands, stateOf, t, format],
  );
  if (moves.reason !== null) {
    return (
      <LabPart title={t('lab.months.movesTitle')}>
        <NoFigure reason={moves.reason} />
      </LabPart>
    );
  }
  const steps = moves.steps.map(({ from, to }, index) => ({
    value: String(index),
    label: t('lab.months.stepName', { from: format.day(from), to: format.day(to) }),
  }));
  return (
    <LabPart
      title={t('lab.months.movesTitle')}
      help={t('lab.months.movesHelp')}
      right={
        <Select
          size="xs"
          w={280}
          label={t('lab.months.step')}
          data={[{ value: all, label: t('lab.months.allSteps') }, ...steps]}
          value={step}
          onChange={(value) => setStep(value ?? all)}
          allowDeselect={false}
        />
      }
    >
      <Chart option={option} height={320} ariaLabel={t('lab.months.movesChart', { count: matrix.total })} />
      <MoveTable matrix={matrix} stateOf={stateOf} />
    </LabPart>
  );
}

interface MoveTableProps {
  readonly matrix: MoveMatrix;
  readonly stateOf: (state: number) => string;
}

function MoveTable({ matrix, stateOf }: MoveTableProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table fz={13} w="auto" aria-label={t('lab.months.movesLabel')} data-testid="moves-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lab.months.from')}</Table.Th>
            {matrix.to.map((to) => (
              <Table.Th key={to} ta="right">
                {stateOf(to)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('lab.months.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.from.map((from) => (
            <Table.Tr key={from}>
              <Table.Th fw={500}>{stateOf(from)}</Table.Th>
              {matrix.to.map((to) => (
                <Table.Td key={to} className="num">
                  {format.number(matrix.countOf(from, to), 0)}
                </Table.Td>
              ))}
              <Table.Td className="num">
                {format.number(sum(matrix.to.map((to) => matrix.countOf(from, to))), 0)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function useStateNames({ states }: BandMoves): (state: number) => string {
  const { t } = useTranslation('backtest');
  const { bands } = useRun().output.scorecard;
  return useMemo(
    () => (state: number) => {
      const found = states[state];
      if (found === undefined) return '';
      return found.kind === 'band'
        ? bandName(bands, found.bandId ?? '')
        : t(`lab.months.state.${found.kind}`);
    },
    [states, bands, t],
  );
}
