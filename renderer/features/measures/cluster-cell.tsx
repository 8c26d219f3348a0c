import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureRow } from './build-measure-rows.ts';
import { useClusterHint } from './use-cluster-hint.ts';

/** Which group of like measures this one belongs to; ★ = the one to keep. The hint opens on hover and focus. */
export function ClusterCell({ row: { measure, cluster } }: { readonly row: MeasureRow }) {
  const { t } = useTranslation('measures');
  const hintOf = useClusterHint();
  if (cluster === null) return null;
  if (cluster.label === '') {
    return (
      <Text size="xs" c="dimmed" title={t('explorer.clusterAlone')}>
        –
      </Text>
    );
  }
  const isKept = cluster.keep === measure.id;
  const words = { label: cluster.label, size: cluster.members.length };
  const { title, keep } = hintOf(cluster);
  return (
    <Tooltip
      label={`${title} ${keep}`}
      multiline
      maw={360}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text size="xs" span tabIndex={0} fw={isKept ? 700 : 400} data-testid="cluster">
        {isKept ? t('explorer.clusterKeep', words) : t('explorer.clusterCell', words)}
      </Text>
    </Tooltip>
  );
}
