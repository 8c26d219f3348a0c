import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import type { DraftProblem } from './measure-draft.ts';

/** What the measure still waits for; where the data for it are not there at all, the way to bring them. */
export function DraftProblemText({ problem }: { readonly problem: DraftProblem }) {
  const { t } = useTranslation('measures');
  const summary = useAppStore((state) => state.summary);
  const lists = {
    eventSource: summary?.eventSources,
    source: summary?.recordSources,
    metric: summary?.metrics,
  };
  const key = problem === 'eventSource' || problem === 'source' || problem === 'metric' ? problem : null;
  const list = key === null ? undefined : lists[key];
  if (key === null || list === undefined || list.length > 0) return <>{t(`problem.${problem}`)}</>;
  return (
    <>
      <Text size="sm" mb={4}>
        {t(`noData.${key}`)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => navigate('data')}>
        {t('noData.open')}
      </Button>
    </>
  );
}
