import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { buildAucAxis, buildDifferenceAxis } from './build-axis.ts';
import { quoteBaseline } from './build-verdict-sentence.ts';
import { DrillNumber } from './drill-number.tsx';
import { numberDigits, roundsApart } from './round-digits.ts';
import { useRun } from './run-context.ts';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly term: Term;
  readonly estimate: Estimate | null;
  readonly isDifference?: boolean;
  readonly isOptimistic?: boolean;
  readonly churners: number;
  readonly window?: 'design';
}

/** This score's AUC, the deciding baseline's, and their difference, each drawn with its interval and its n. */
export function VerdictNumbers() {
  const { t } = useTranslation('backtest');
  const lines = useLines();
  const aucAxis = buildAucAxis(lines.flatMap((line) => (line.isDifference ? [] : [line.estimate])));
  const differenceAxis = buildDifferenceAxis(
    lines.flatMap((line) => (line.isDifference ? [line.estimate] : [])),
  );
  const [score, baseline, difference] = lines;
  const isOff =
    difference?.isDifference === true &&
    roundsApart(score?.estimate?.value, baseline?.estimate?.value, difference.estimate?.value);
  return (
    <>
      <table style={{ borderSpacing: '0 2px', fontSize: 13, alignSelf: 'flex-start' }}>
        <tbody>
          {lines.map((line) => (
            <NumberLine key={line.key} line={line} axis={line.isDifference ? differenceAxis : aucAxis} />
          ))}
        </tbody>
      </table>
      {isOff && (
        <Text size="xs" c="dimmed">
          {t('verdict.rounded')}
        </Text>
      )}
    </>
  );
}

function NumberLine({ line, axis }: { readonly line: Line; readonly axis: { min: number; max: number } }) {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { label, term, estimate, isDifference = false, churners } = line;
  const write = (value: number | null) =>
    (isDifference ? format.difference : format.auc)(value, numberDigits);
  const cell = { padding: '2px 12px 2px 4px' };
  return (
    <tr {...(line.isOptimistic ? { className: 'optimistic' } : {})}>
      <th scope="row" style={{ ...cell, textAlign: 'left', fontWeight: 500 }}>
        <Group gap={6} wrap="nowrap">
          <Explained term={term}>{label}</Explained>
        </Group>
      </th>
      <td style={cell}>
        <span className="backtest-figure">
          <IntervalBar
            estimate={estimate}
            {...axis}
            reference={isDifference ? 0 : 0.5}
            width={240}
            format={write}
          />
        </span>
      </td>
      <td style={cell} className="num">
        <Text span fw={700} inherit>
          {write(estimate?.value ?? null)}
        </Text>{' '}
        <Text span c="dimmed" inherit>
          {format.interval(estimate?.low ?? null, estimate?.high ?? null, write)}
        </Text>
      </td>
      <td style={{ ...cell, whiteSpace: 'nowrap' }} className="num">
        <Explained term="n">{t('basis')}</Explained>{' '}
        <DrillNumber
          count={churners}
          value={format.count(churners, 'churner')}
          what={t('cases.drill')}
          cell={{ type: 'churners', threshold: null, which: 'all' }}
          {...(line.window === undefined ? {} : { window: line.window })}
        />
      </td>
    </tr>
  );
}

function useLines(): Line[] {
  const { t } = useTranslation(['backtest', 'common']);
  const { output, window, isOptimistic } = useRun();
  const { figures } = output;
  const { verdict, baselines, design, test } = figures;
  const churners = window?.churners ?? 0;
  const lines: Line[] = [
    {
      key: 'score',
      label: `AUC · ${t('verdict.score')}`,
      term: 'auc',
      estimate: window?.auc ?? null,
      isOptimistic,
      churners,
    },
  ];
  const decider = baselines.find((baseline) => baseline.key === verdict.decidedBy);
  if (decider !== undefined) {
    const baseline = quoteBaseline(decider.key, t);
    lines.push({
      key: 'baseline',
      term: 'baseline',
      label: `AUC · ${baseline}`,
      estimate: decider.auc,
      churners,
    });
    lines.push({
      key: 'difference',
      label: t('verdict.difference', { baseline }),
      term: 'aucDifference',
      estimate: decider.difference,
      isDifference: true,
      churners,
    });
  }
  if (test !== null && design !== null) {
    lines.push({
      key: 'design',
      term: 'optimistic',
      label: `AUC · ${t('verdict.scoreDesign')}`,
      estimate: design.auc,
      isOptimistic: true,
      churners: design.churners,
      window: 'design',
    });
  }
  return lines;
}
