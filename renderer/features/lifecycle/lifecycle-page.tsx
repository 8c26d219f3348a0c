import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelectedScorecard } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RunList } from './run-list.tsx';
import { SaveVersion } from './save-version.tsx';
import { VersionList } from './version-list.tsx';

/** Saved versions of the selected scorecard, and its back-tests. */
export function LifecyclePage() {
  const { t } = useTranslation('lifecycle');
  const scorecard = useSelectedScorecard();
  const [isSaving, setSaving] = useState(false);
  const payload = scorecard === null ? null : { scorecardId: scorecard.id };
  const versions = useQuery('design.versions', payload, { refreshOn: ['design'] });
  const runs = useQuery('backtests.list', payload, { refreshOn: ['design', 'data'] });
  if (scorecard === null) {
    return (
      <Page title={t('title')} why={t('why')}>
        <EmptyState title={t('noScorecard')} text={t('noScorecardText')} />
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      why={t('why')}
      primary={<Button onClick={() => setSaving(true)}>{t('save')}</Button>}
    >
      <QueryView query={versions}>
        {(value) => (
          <VersionList scorecardId={scorecard.id} versions={value.items} draftHash={value.draftHash} />
        )}
      </QueryView>
      <QueryView query={runs}>
        {(value) => <RunList runs={value.items} draftHash={versions.value?.draftHash ?? ''} />}
      </QueryView>
      {isSaving && <SaveVersion scorecardId={scorecard.id} onClose={() => setSaving(false)} />}
    </Page>
  );
}
