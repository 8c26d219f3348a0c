import { ActionIcon, Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Histogram } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { binStretches, type PlotDomain, stretchCounts } from './build-bins.ts';
import type { BinsScale } from './edit-scale.ts';
import { rangeWords } from './range-words.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface BinsTableProps {
  readonly scale: BinsScale;
  readonly domain: PlotDomain;
  readonly histogram: Histogram | null;
  readonly edits: ScaleEdits;
}

/** The bins in figures: type a cut-off or points, see whose rows they are. */
export function BinsTable({ scale, domain, histogram, edits }: BinsTableProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const write = (value: number) => format.number(value, 4);
  const thenWords = (high: number | null) =>
    high === null ? t('scale.thenAbove') : t('scale.thenBelow', { high: write(high) });
  const typed = (value: string | number, old: number, use: (value: number) => void) => {
    if (typeof value === 'number' && value !== old) use(value);
  };
  return (
    <div>
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={6} className="bins-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scale.range')}</Table.Th>
            <Table.Th>{t('scale.points')}</Table.Th>
            <Table.Th className="num nowrap">{t('scale.rows')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {binStretches(scale).map((stretch) => {
            const { bin, low, points } = stretch;
            const counts = histogram === null ? null : stretchCounts(histogram, stretch);
            const rate = counts === null || counts.rows === 0 ? null : counts.churned / counts.rows;
            return (
              <Table.Tr key={bin}>
                <Table.Td>
                  <Group gap={6} wrap="nowrap">
                    {low !== null && (
                      <NumberInput
                        aria-label={t('scale.cutoff', { n: bin })}
                        size="xs"
                        w={60}
                        hideControls
                        step={domain.step}
                        value={low}
                        onChange={(value) =>
                          typed(value, low, (next) => edits.cutoff('commitSoon', bin - 1, next))
                        }
                      />
                    )}
                    <Text size="xs" c="dimmed" className="nowrap">
                      {low === null ? rangeWords(stretch, t, write) : thenWords(stretch.high)}
                    </Text>
                  </Group>
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
                    onChange={(value) =>
                      typed(value, points, (next) => edits.points('commitSoon', bin, next))
                    }
                  />
                </Table.Td>
                <Table.Td className="num">
                  {counts !== null && `${format.number(counts.rows, 0)} (${format.percent(rate)})`}
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
          })}
        </Table.Tbody>
      </Table>
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        leftSection={<Plus size={14} aria-hidden />}
        disabled={scale.cutoffs.length >= 30}
        onClick={() => edits.addCutoff(null)}
      >
        {t('scale.addCutoff')}
      </Button>
    </div>
  );
}
