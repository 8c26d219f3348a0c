import { Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Chart, type ChartPoint } from '../../../ui/chart.tsx';
import {
  buildMoveMatrix,
  buildMovesOption,
  type MoveMatrix,
  moveColour,
  ribbonsOf,
} from '../lab/build-moves.ts';
import { useLab } from '../lab/lab-context.ts';
import { MoveTable } from '../lab/move-table.tsx';
import { NoFigure } from '../lab/no-figure.tsx';
import { useStateNames } from '../lab/use-state-names.ts';
import { useLink } from '../link-context.ts';
import { type Drill, useRun } from '../run-context.ts';
import { Section } from '../section.tsx';
import { useMark } from './use-mark.ts';

const all = 'all';

/** How accounts move from band to band between as-of dates: a Sankey, and the same numbers as a table. */
export function MovesChart() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { bands } = useRun().output.scorecard;
  const { moves } = useLab().lab;
  const { linked } = useLink();
  const [step, setStep] = useState(all);
  const matrix = useMemo(() => buildMoveMatrix(moves, step === all ? null : Number(step)), [moves, step]);
  const fromDay = step === all ? null : (moves.steps[Number(step)]?.from ?? null);
  const stateOf = useStateNames(moves);
  const option = useMemo(
    () =>
      buildMovesOption(
        matrix,
        (state) => moveColour(moves.states[state], bands),
        {
          stateOf,
          before: (state) => t('lab.months.before', { state }),
          after: (state) => t('lab.months.after', { state }),
          count: (accounts) => format.count(accounts, 'account'),
        },
        linked,
      ),
    [matrix, moves, bands, stateOf, linked, t, format],
  );
  const marks = useMark(useMoveMark(matrix, fromDay));
  const steps = moves.steps.map(({ from, to }, index) => ({
    value: String(index),
    label: t('lab.months.stepName', { from: format.day(from), to: format.day(to) }),
  }));
  return (
    <Section
      title={t('lab.months.movesTitle')}
      term="moves"
      right={
        moves.reason === null && (
          <Select
            size="xs"
            w={240}
            aria-label={t('lab.months.step')}
            data={[{ value: all, label: t('lab.months.allSteps') }, ...steps]}
            value={step}
            onChange={(value) => setStep(value ?? all)}
            allowDeselect={false}
          />
        )
      }
    >
      {moves.reason !== null && <NoFigure reason={moves.reason} />}
      {moves.reason === null && (
        <>
          <Chart
            option={option}
            height={280}
            ariaLabel={t('lab.months.movesChart', { count: matrix.total })}
            {...marks}
          />
          <MoveTable matrix={matrix} stateOf={stateOf} fromDay={fromDay} />
        </>
      )}
    </Section>
  );
}

/** A ribbon stands for the accounts that moved so, a block for all that came from or went to its state. */
function useMoveMark(matrix: MoveMatrix, fromDay: number | null) {
  const { t } = useTranslation('backtest');
  const { moves } = useLab().lab;
  const stateOf = useStateNames(moves);
  const ribbons = useMemo(() => ribbonsOf(matrix), [matrix]);
  const { from, to } = matrix;
  return useCallback(
    ({ dataIndex, isRibbon }: ChartPoint): Drill | null => {
      const ribbon = ribbons[dataIndex];
      const [before, after] = isRibbon
        ? [ribbon?.from ?? null, ribbon?.to ?? null]
        : [from[dataIndex] ?? null, to[dataIndex - from.length] ?? null];
      if (before === null && after === null) return null;
      const name = (state: number | null) => (state === null ? t('lab.months.anywhere') : stateOf(state));
      return {
        title: t('lab.months.moved', { from: name(before), to: name(after) }),
        cell: { type: 'move', fromDay, from: before, to: after },
        window: 'all',
      };
    },
    [ribbons, from, to, fromDay, stateOf, t],
  );
}
