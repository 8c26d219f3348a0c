import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { type MeasureRow, noiseBand } from './build-measure-rows.ts';
import { restsOn } from './rests-on.ts';

/** An AUC with its interval over the grey band of chance, and the healthy direction in words. */
export function AucFigure({
  row: { figures, explored },
  width = 92,
}: {
  readonly row: MeasureRow;
  readonly width?: number;
}) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  if (figures === null) return null;
  if (figures.auc === null) return <span>–</span>;
  const noise = noiseBand(explored);
  return (
    <div className="measure-auc" title={restsOn(figures, t, format)}>
      <Group gap={8} wrap="nowrap">
        <IntervalBar
          estimate={figures.auc}
          min={0.4}
          max={1}
          reference={0.5}
          width={width}
          {...(noise === null ? {} : { noise })}
        />
        <span>
          <b>{format.auc(figures.auc.value)}</b>{' '}
          <Text span size="xs" c="dimmed">
            {format.interval(figures.auc.low, figures.auc.high)}
          </Text>
        </span>
      </Group>
      <Text size="xs" c="dimmed" lh={1.3}>
        {t(`healthier.${figures.healthier}`)}
      </Text>
    </div>
  );
}
