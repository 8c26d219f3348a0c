import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useFormat } from '../../format/use-format.ts';
import { HistogramPlot } from '../../ui/histogram-plot.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { missingShare } from './build-measure-rows.ts';
import { ExampleTable } from './example-table.tsx';
import type { MeasurePreviewQuery } from './use-measure-preview.ts';

export interface MeasurePreviewProps {
  readonly measure: Measure | null;
  readonly query: MeasurePreviewQuery;
}

/** What the measure being edited looks like: distribution, ranking and three accounts. */
export function MeasurePreview({ measure, query }: MeasurePreviewProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('editor.preview')}
      </Title>
      {measure === null ? (
        <Text size="sm" c="dimmed">
          {t('editor.previewWaits')}
        </Text>
      ) : (
        <QueryView query={query} loadingText={t('loading')}>
          {(figures) =>
            figures.missingRows === figures.rows ? (
              <Text size="sm" c="dimmed">
                {t('editor.previewEmpty', { rows: format.number(figures.rows, 0) })}
              </Text>
            ) : (
              <Figures figures={figures} name={measure.name} />
            )
          }
        </QueryView>
      )}
    </Stack>
  );
}

function Figures({ figures, name }: { readonly figures: MeasureFigures; readonly name: string }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <Stack gap="sm">
      <HistogramPlot histogram={figures.histogram} name={name} height={140} />
      <Group gap="sm">
        <Text size="sm">
          AUC <b>{format.auc(figures.auc?.value ?? null)}</b>{' '}
          {format.interval(figures.auc?.low ?? null, figures.auc?.high ?? null)}
        </Text>
        <IntervalBar estimate={figures.auc} min={0.4} max={1} reference={0.5} />
        <Text size="sm" c="dimmed">
          {t(`healthier.${figures.healthier}`)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('editor.previewMissing', {
          share: format.percent(missingShare(figures)),
          rows: format.number(figures.rows, 0),
        })}
      </Text>
      {figures.suspicious.map((flag) => (
        <Alert key={flag} color="orange" p="xs" title={t(`flag.${flag}`)}>
          {t(`flagHelp.${flag}`)}
        </Alert>
      ))}
      <ExampleTable examples={figures.examples} caption={t('editor.examples')} />
    </Stack>
  );
}
