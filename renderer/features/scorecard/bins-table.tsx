import { ActionIcon, Button, NumberInput, Table, Text } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { rangeWords } from '../../format/range-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { binStretches, countsOf, type PlotDomain } from './build-bins.ts';
import { type BinsScale, nextCutoff } from './edit-scale.ts';
import { useLive } from './live-context.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface BinsTableProps {
  readonly scale: BinsScale;
  readonly domain: PlotDomain;
  readonly measureId: string;
  /** The variant whose groups the scale is in; null = everyone's. */
  readonly scope: string | null;
  readonly edits: ScaleEdits;
}

/** The bins in figures: type a cut-off or points, see whose rows they are. */
export const BinsTable = memo(function BinsTable({ scale, domain, measureId, scope, edits }: BinsTableProps) {
  const { t } = useTranslation('scorecard');
  const counts = countsOf(useLive().figures, { measureId, scope, bins: scale.points.length });
  return (
    <div>
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scale.range')}</Table.Th>
            <Table.Th>{t('scale.points')}</Table.Th>
            <Table.Th className="num">{t('scale.rows')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {binStretches(scale).map((stretch) => {
            const { bin, low, high, points } = stretch;
            return (
              <BinRow
                key={bin}
                bin={bin}
                low={low}
                high={high}
                points={points}
                rows={counts?.rows[bin] ?? null}
                churned={counts?.churned[bin] ?? 0}
                step={domain.step}
                edits={edits}
              />
            );
          })}
        </Table.Tbody>
      </Table>
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        leftSection={<Plus size={14} aria-hidden />}
        disabled={scale.cutoffs.length >= 30}
        onClick={() => edits.addCutoff(nextCutoff(scale, domain.low, domain.high, domain.step))}
      >
        {t('scale.addCutoff')}
      </Button>
    </div>
  );
});

interface BinRowProps {
  readonly bin: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly points: number;
  readonly rows: number | null;
  readonly churned: number;
  readonly step: number;
  readonly edits: ScaleEdits;
}

/** Drawn again only when its own figures change: a dragged cut-off touches two rows. */
const BinRow = memo(function BinRow({ bin, low, high, points, rows, churned, step, edits }: BinRowProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const write = (value: number) => format.number(value, 4);
  const then = high === null ? t('scale.thenAbove') : t('scale.thenBelow', { high: write(high) });
  const typed = (value: string | number, old: number, use: (value: number) => void) => {
    if (typeof value === 'number' && value !== old) use(value);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <div className="bin-range">
          {low !== null && (
            <NumberInput
              aria-label={t('scale.cutoff', { n: bin })}
              size="xs"
              w={60}
              hideControls
              step={step}
              value={low}
              onChange={(value) => typed(value, low, (next) => edits.cutoff('commitSoon', bin - 1, next))}
            />
          )}
          <Text size="xs" c="dimmed" className="nowrap">
            {low === null ? rangeWords({ low, high }, t, write) : then}
          </Text>
        </div>
      </Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={t('scale.binPoints', { n: bin + 1 })}
          size="xs"
          w={52}
          hideControls
          min={0}
          max={100}
          step={5}
          decimalScale={2}
          value={points}
          onChange={(value) => typed(value, points, (next) => edits.points('commitSoon', bin, next))}
        />
      </Table.Td>
      <Table.Td className="num nowrap">
        {rows !== null && `${format.number(rows, 0)} (${format.percent(rows === 0 ? null : churned / rows)})`}
      </Table.Td>
      <Table.Td>
        {low !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('scale.removeCutoff', { n: bin })}
            onClick={() => edits.removeCutoff(bin - 1)}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
});
