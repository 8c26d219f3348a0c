import { useTranslation } from 'react-i18next';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import type { ClusterOfMeasure } from './build-measure-rows.ts';

export interface ClusterHint {
  readonly title: string;
  /** Which to keep and why; empty for a measure that is alone. */
  readonly keep: string;
}

/** The hint of a group of like measures in words. */
export function useClusterHint(): (cluster: ClusterOfMeasure) => ClusterHint {
  const { t } = useTranslation('measures');
  const { measureName } = useMeasureWords();
  const nameOf = (id: string) => measureName(id) ?? t('sentence.unknownMeasure');
  return ({ label, members, keep, why }) => {
    if (why === 'only') return { title: t('explorer.clusterAlone'), keep: '' };
    return {
      title: t('explorer.keepHint.title', { label, names: members.map(nameOf).join(t('sentence.listJoin')) }),
      keep: t(`explorer.keepHint.${why}`, { keep: nameOf(keep) }),
    };
  };
}
