import './measures.css';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { useAim, useDesign } from '../../client/use-design.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { OutcomeWords } from '../../ui/outcome-words.tsx';
import { Page } from '../../ui/page.tsx';
import { newMeasure } from './measure-draft.ts';
import { MeasureDrawer } from './measure-drawer.tsx';
import { MeasuresExplorer } from './measures-explorer.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

interface Opened {
  readonly measure: Measure;
  readonly isNew: boolean;
}

/** ② Measures, looked at for what the selected scorecard is for. */
export function MeasuresPage() {
  return (
    <OutcomeWords outcome={aimOutcome(useAim())}>
      <Measures />
    </OutcomeWords>
  );
}

/** Every measure beside the others, or the one that the address names. */
function Measures() {
  const { t } = useTranslation(['measures', 'templates']);
  const design = useDesign();
  const summary = useAppStore((state) => state.summary);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isProposing, setProposing] = useState(false);
  const add = () => setOpened({ measure: newMeasure(crypto.randomUUID(), summary), isNew: true });
  const propose = () => setProposing(true);
  const setChoosingTemplate = useAppStore((state) => state.setChoosingTemplate);
  const fromTemplate = () => setChoosingTemplate(true);
  useCommand({ id: 'measures.add', label: t('add'), run: add });
  useCommand({ id: 'measures.propose', label: t('propose'), run: propose });
  const duplicate = (measure: Measure) =>
    setOpened({ measure: { ...measure, id: crypto.randomUUID() }, isNew: true });
  const actions = {
    primary: <Button onClick={add}>{t('add')}</Button>,
    quiet: (
      <>
        <Button variant="default" onClick={fromTemplate}>
          {t('templates:menu')}
        </Button>
        <Button variant="default" onClick={propose}>
          {t('propose')}
        </Button>
      </>
    ),
  };
  const isEmpty = design?.measures.length === 0;
  return (
    <>
      {design === null && <LoadingState />}
      {isEmpty && (
        <Page title={t('title')} why={t('why')}>
          <EmptyState
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <Group>
                <Button onClick={propose}>{t('propose')}</Button>
                <Button variant="default" onClick={fromTemplate}>
                  {t('templates:menu')}
                </Button>
                <Button variant="default" onClick={add}>
                  {t('add')}
                </Button>
              </Group>
            }
          />
        </Page>
      )}
      {design !== null && !isEmpty && (
        <MeasuresExplorer {...actions} onEdit={(measure) => setOpened({ measure, isNew: false })} />
      )}
      {opened !== null && (
        <MeasureDrawer
          key={opened.measure.id}
          {...opened}
          onClose={() => setOpened(null)}
          onDuplicate={duplicate}
        />
      )}
      {isProposing && <ProposeDialog onClose={() => setProposing(false)} />}
    </>
  );
}
