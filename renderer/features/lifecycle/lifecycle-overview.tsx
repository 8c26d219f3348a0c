import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifecycleState } from '../../../shared/schemas/lifecycle.ts';
import { useCommand } from '../../client/commands.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FreezeBanner } from './freeze-banner.tsx';
import { ReviewList } from './review-list.tsx';
import { RunList } from './run-list.tsx';
import { SaveVersion } from './save-version.tsx';
import { SealList } from './seal-list.tsx';
import { SplitPanel } from './split-panel.tsx';
import { Timeline } from './timeline.tsx';
import { VersionList } from './version-list.tsx';

/** Everything of one scorecard through time. */
export function LifecycleOverview({ scorecardId }: { readonly scorecardId: string }) {
  const { t } = useTranslation('lifecycle');
  const [isSaving, setSaving] = useState(false);
  const query = useQuery('lifecycle.state', { scorecardId }, { refreshOn: ['design', 'data'] });
  useCommand({ id: 'lifecycle.save', label: t('save'), run: () => setSaving(true) });
  return (
    <Page
      title={t('title')}
      why={t('why')}
      primary={<Button onClick={() => setSaving(true)}>{t('save')}</Button>}
    >
      <QueryView query={query}>{(state) => <Overview scorecardId={scorecardId} state={state} />}</QueryView>
      {isSaving && <SaveVersion scorecardId={scorecardId} onClose={() => setSaving(false)} />}
    </Page>
  );
}

interface OverviewProps {
  readonly scorecardId: string;
  readonly state: LifecycleState;
}

const tabs = ['versions', 'seals', 'reviews', 'split', 'runs'] as const;
type Tab = (typeof tabs)[number];

function Overview({ scorecardId, state }: OverviewProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const [tab, setTab] = useState<Tab>('versions');
  const runs = useQuery('backtests.list', { scorecardId }, { refreshOn: ['design', 'data'] });
  const counts = {
    versions: state.versions.length,
    seals: state.seals.length,
    reviews: state.freezes.length,
    runs: runs.value?.items.length ?? 0,
  };
  const value = (of: Tab) => (of === 'split' ? '' : format.number(counts[of], 0));
  return (
    <>
      <FreezeBanner freezes={state.freezes} today={state.today} onReview={() => setTab('reviews')} />
      <Timeline state={state} />
      <Tabs
        value={tab}
        onChange={(next) => setTab(tabs.find((one) => one === next) ?? 'versions')}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`, { value: value(one) })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="versions" pt="md">
          <VersionList scorecardId={scorecardId} state={state} onSealed={() => setTab('seals')} />
        </Tabs.Panel>
        <Tabs.Panel value="seals" pt="md">
          <SealList seals={state.seals} unreadable={state.unreadableSeals} />
        </Tabs.Panel>
        <Tabs.Panel value="reviews" pt="md">
          <ReviewList state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="split" pt="md">
          <SplitPanel scorecardId={scorecardId} state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="runs" pt="md">
          <QueryView query={runs}>
            {(answer) => <RunList runs={answer.items} draftHash={state.draftHash} />}
          </QueryView>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
