import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { Page } from '../../ui/page.tsx';
import { CorrelationTab } from './correlation-tab.tsx';
import { ExplorerState } from './explorer-state.tsx';
import { MeasureTable } from './measure-table.tsx';
import { MeasureView } from './measure-view.tsx';
import { PredictiveTab } from './predictive-tab.tsx';
import { useExplorer } from './use-explorer.ts';

export interface MeasuresExplorerProps {
  readonly primary: ReactNode;
  readonly quiet: ReactNode;
  readonly onEdit: (measure: Measure) => void;
}

const open = (id: string) => navigate('measures', id);

/** All measures in three ways of looking, and over them the one that is open; going back finds the place again. */
export function MeasuresExplorer({ primary, quiet, onEdit }: MeasuresExplorerProps) {
  const { t } = useTranslation('measures');
  const openId = useAppStore((state) => (state.route.name === 'measures' ? state.route.argument : null));
  const explorer = useExplorer();
  const overview = useRef<HTMLDivElement>(null);
  const before = useRef(openId);
  useEffect(() => {
    const cameBack = before.current !== null && openId === null;
    before.current = openId;
    if (cameBack) overview.current?.querySelector<HTMLElement>(focusable)?.focus();
  }, [openId]);
  return (
    <>
      {openId !== null && <MeasureView key={openId} measureId={openId} explorer={explorer} onEdit={onEdit} />}
      <div ref={overview} className={openId === null ? undefined : 'measures-behind'}>
        <Page title={t('title')} why={t('why')} primary={primary} actions={quiet}>
          <ExplorerState explorer={explorer} />
          <Tabs defaultValue="table" keepMounted={false}>
            <Tabs.List aria-label={t('explorer.tabs.label')}>
              {(['table', 'correlation', 'predictive'] as const).map((tab) => (
                <Tabs.Tab key={tab} value={tab}>
                  {t(`explorer.tabs.${tab}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="table" pt="sm">
              <MeasureTable rows={explorer.rows} onOpen={open} />
            </Tabs.Panel>
            <Tabs.Panel value="correlation" pt="sm">
              <CorrelationTab explorer={explorer} onOpen={open} />
            </Tabs.Panel>
            <Tabs.Panel value="predictive" pt="sm">
              <PredictiveTab rows={explorer.rows} onOpen={open} />
            </Tabs.Panel>
          </Tabs>
        </Page>
      </div>
    </>
  );
}

/** Where the focus goes on coming back: the row it left, or the picture. */
const focusable = 'tr[data-row][tabindex="0"], [role="application"]';
