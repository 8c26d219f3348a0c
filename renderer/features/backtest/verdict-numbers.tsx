import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Explained } from '../../ui/explained.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { buildAucAxis, buildDifferenceAxis } from './build-axis.ts';
import { areRoundedApart, buildVerdictLines, type VerdictLine } from './build-verdict-lines.ts';
import { DrillNumber } from './drill-number.tsx';
import { numberDigits } from './round-digits.ts';
import { useRun } from './run-context.ts';

/** This score's AUC, the deciding baseline's, and their difference, each drawn with its interval and its n. */
export function VerdictNumbers() {
  const { t } = useTranslation(['backtest', 'common']);
  const { output, window } = useRun();
  const lines = buildVerdictLines(output.figures, window, t);
  const aucAxis = buildAucAxis(lines.flatMap((line) => (line.isDifference ? [] : [line.estimate])));
  const differenceAxis = buildDifferenceAxis(
    lines.flatMap((line) => (line.isDifference ? [line.estimate] : [])),
  );
  return (
    <>
      <table style={{ borderSpacing: '0 2px', fontSize: 13, alignSelf: 'flex-start' }}>
        <tbody>
          {lines.map((line) => (
            <NumberLine key={line.key} line={line} axis={line.isDifference ? differenceAxis : aucAxis} />
          ))}
        </tbody>
      </table>
      {areRoundedApart(lines) && (
        <Text size="xs" c="dimmed">
          {t('verdict.rounded')}
        </Text>
      )}
    </>
  );
}

function NumberLine({
  line,
  axis,
}: {
  readonly line: VerdictLine;
  readonly axis: { min: number; max: number };
}) {
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
