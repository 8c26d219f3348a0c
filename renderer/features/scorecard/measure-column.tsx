import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Scale, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { describeMeasure } from '../../format/describe-measure.ts';
import { useFormat } from '../../format/use-format.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OutcomeLegend } from '../../ui/outcome-legend.tsx';
import { BinsTable } from './bins-table.tsx';
import { handleReach, plotDomain } from './build-bins.ts';
import { toKind } from './edit-scale.ts';
import { findMeasure } from './edit-scorecard.ts';
import { ExampleAccounts } from './example-accounts.tsx';
import { LinearFields } from './linear-fields.tsx';
import { MeasurePurpose } from './measure-purpose.tsx';
import { MissingFields } from './missing-fields.tsx';
import { PercentileFields } from './percentile-fields.tsx';
import { ScalePlot } from './scale-plot.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import { SuggestCutoffs } from './suggest-cutoffs.tsx';
import { useScaleEdits } from './use-scale-edits.ts';

/** Middle: how the selected measure earns points. */
export const MeasureColumn = memo(function MeasureColumn({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const chosen = findMeasure(parts.card, parts.selectedId);
  if (chosen === null) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('scale.none')}
      </Text>
    );
  }
  return <ChosenMeasure key={chosen.measureId} parts={parts} chosen={chosen} />;
});

interface ChosenProps {
  readonly parts: ScorecardParts;
  readonly chosen: ScorecardMeasure;
}

function ChosenMeasure({ parts, chosen }: ChosenProps) {
  const { t } = useTranslation('scorecard');
  const words = useMeasureWords();
  const measure = parts.measures.find(({ id }) => id === chosen.measureId);
  const figures = parts.figuresOf(chosen.measureId);
  const name = parts.nameOf(chosen.measureId);
  const histogram = figures?.histogram ?? null;
  const still = parts.savedScaleOf(chosen.measureId) ?? chosen.scale;
  const domain = useMemo(() => plotDomain(histogram, still), [histogram, still]);
  const edits = useScaleEdits(parts.actions, { measureId: chosen.measureId, name, domain });
  const { scale } = chosen;
  const switchKind = (kind: Scale['type']) => {
    if (kind === scale.type) return;
    const { min, max } = handleReach(domain);
    edits.commit('setKind', toKind(scale, kind, { low: min, high: max }, figures));
  };
  return (
    <Stack gap="sm" className="scorecard-middle" data-pane>
      <div>
        <Title order={2} size="h5">
          {name}
        </Title>
        {measure !== undefined && (
          <Text size="xs" c="dimmed">
            {describeMeasure(measure, words)}
          </Text>
        )}
      </div>
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          className="no-shrink"
          aria-label={t('scale.kind')}
          data={(['bins', 'linear', 'percentile'] as const).map((value) => ({
            value,
            label: t(`scale.${value}`),
          }))}
          value={scale.type}
          onChange={switchKind}
        />
        {figures !== null && <AucLine figures={figures} />}
      </Group>
      {figures === null ? <LoadingState text={t('scale.loading')} /> : <FiguresLine figures={figures} />}
      <ScalePlot
        name={name}
        histogram={histogram}
        peers={figures?.peers}
        scale={scale}
        domain={domain}
        edits={edits}
      />
      <Text size="xs" c="dimmed">
        {t(hintOf[scale.type])}
      </Text>
      <SuggestCutoffs key={`cutoffs ${parts.scope}`} parts={parts} measureId={chosen.measureId} name={name} />
      {scale.type === 'bins' ? (
        <BinsTable
          scale={scale}
          domain={domain}
          measureId={chosen.measureId}
          scope={parts.scope}
          edits={edits}
        />
      ) : scale.type === 'linear' ? (
        <LinearFields scale={scale} domain={domain} edits={edits} />
      ) : (
        <PercentileFields scale={scale} edits={edits} />
      )}
      <MissingFields key={`missing ${parts.scope}`} parts={parts} chosen={chosen} name={name} />
      <MeasurePurpose
        measureId={chosen.measureId}
        target={chosen.target ?? ''}
        reason={chosen.reason ?? ''}
        name={name}
        actions={parts.actions}
      />
      {figures !== null && (
        <ExampleAccounts examples={figures.examples} peers={figures.peers} chosen={chosen} />
      )}
    </Stack>
  );
}

const hintOf = {
  bins: 'scale.hint',
  linear: 'scale.hintLinear',
  percentile: 'scale.hintPercentile',
} as const;

const FiguresLine = memo(function FiguresLine({ figures }: { readonly figures: MeasureFigures }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const missing = figures.rows === 0 ? null : figures.missingRows / figures.rows;
  return (
    <Group gap="md" style={{ rowGap: 0 }}>
      <OutcomeLegend churned={sum(figures.histogram.churned)} kept={sum(figures.histogram.kept)} />
      <Text size="xs" c="dimmed">
        {t('scale.missingShare', { value: format.percent(missing) })}
      </Text>
    </Group>
  );
});

/** How well this measure ranks alone. */
const AucLine = memo(function AucLine({ figures }: { readonly figures: MeasureFigures }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  return (
    <Group gap={6} wrap="nowrap" title={t('scale.auc')}>
      <Text size="xs" c="dimmed">
        AUC <b>{format.auc(figures.auc?.value ?? null)}</b>{' '}
        {format.interval(figures.auc?.low ?? null, figures.auc?.high ?? null)}
      </Text>
      <IntervalBar estimate={figures.auc} min={0.4} max={1} reference={0.5} width={72} />
    </Group>
  );
});
