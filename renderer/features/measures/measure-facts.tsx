import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { Section } from '../../ui/section.tsx';
import { AucFigure } from './auc-figure.tsx';
import { type MeasureRow, missingShare } from './build-measure-rows.ts';
import { describeNoise } from './describe-noise.ts';
import { restsOn } from './rests-on.ts';
import { useClusterHint } from './use-cluster-hint.ts';

/** Every figure of one measure, what chance alone reaches, and which like measure to keep. */
export function MeasureFacts({ row }: { readonly row: MeasureRow }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const hintOf = useClusterHint();
  const { figures, explored, cluster, measure } = row;
  const fact = (name: string, value: ReactNode, term?: Term) => (
    <div>
      <dt>{term === undefined ? name : <Explained term={term}>{name}</Explained>}</dt>
      <dd>{value}</dd>
    </div>
  );
  const hint = cluster === null ? null : hintOf(cluster);
  return (
    <Section title={t('explorer.view.facts')}>
      <dl className="measure-facts">
        {fact(t('column.auc'), <AucFigure row={row} width={140} />, 'auc')}
        {fact(t('explorer.view.ks'), format.auc(explored?.ks ?? null), 'ks')}
        {fact(
          t('explorer.view.iv'),
          <>
            {format.auc(explored?.iv ?? null)}{' '}
            <Text span size="xs" c="dimmed">
              {t('explorer.noise', { value: format.auc(explored?.noise.iv ?? null) })}
            </Text>
          </>,
          'informationValue',
        )}
        {fact(t('explorer.view.missing'), format.percent(missingShare(figures)), 'missingShare')}
        {fact(t('explorer.view.stale'), format.percent(explored?.staleShare ?? null))}
        {fact(t('explorer.view.direction'), t(`editor.${measure.direction}`))}
        {fact(
          t('explorer.view.usedIn'),
          row.usedIn.length === 0 ? t('explorer.view.usedNone') : row.usedIn.join(t('sentence.listJoin')),
        )}
      </dl>
      <Text size="sm" mt="sm" data-testid="noise-words">
        {describeNoise(row, t)}
      </Text>
      {hint !== null && (
        <Text size="sm" mt={4} data-testid="cluster-hint">
          {hint.title} <b>{hint.keep}</b>
        </Text>
      )}
      {figures !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {restsOn(figures, t, format)}
        </Text>
      )}
    </Section>
  );
}
