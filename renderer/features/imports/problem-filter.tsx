import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { useFormat } from '../../format/use-format.ts';
import { reasonOf } from './problem-reasons.ts';
import type { GridRow } from './use-row-fixes.ts';

export interface ProblemFilterValue {
  readonly reason: string | null;
  readonly state: GridRow['state'] | null;
}

export interface ProblemFilterProps {
  readonly check: ChannelOutput<'imports.check'>;
  readonly reasons: ChannelOutput<'imports.problems'>['reasons'];
  readonly value: ProblemFilterValue;
  readonly onChange: (value: ProblemFilterValue) => void;
}

/** Which problem rows are shown: by what is wrong and by what has been done about it. */
export function ProblemFilter({ check, reasons, value, onChange }: ProblemFilterProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const count = (rows: number) => format.number(rows, 0);
  const { rowsRejected, rowsFixed, rowsSkipped } = check;
  const counts = {
    all: rowsRejected + rowsFixed,
    open: rowsRejected - rowsSkipped,
    fixed: rowsFixed,
    skipped: rowsSkipped,
  };
  return (
    <Group gap="sm" align="center">
      <SegmentedControl
        size="xs"
        aria-label={t('problemGrid.stateFilter')}
        value={value.state ?? 'all'}
        onChange={(state) =>
          onChange({ ...value, state: state === 'all' ? null : (state as GridRow['state']) })
        }
        data={(['all', 'open', 'fixed', 'skipped'] as const).map((state) => ({
          value: state,
          label: t(`problemGrid.states.${state}`, { value: count(counts[state]) }),
        }))}
      />
      <NativeSelect
        size="xs"
        className="reason-filter"
        aria-label={t('problemGrid.reasonFilter')}
        value={value.reason ?? ''}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('problemGrid.allReasons', { value: count(counts.all) }) },
          ...reasons.map(({ reason, rows }) => ({
            value: reason,
            label: t('problemGrid.reasonCount', {
              reason: t(`reason.${reasonOf(reason)}`),
              value: count(rows),
            }),
          })),
        ]}
      />
    </Group>
  );
}
