import { Alert, Button, Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useCommand } from '../../client/commands.ts';
import { navigate } from '../../client/navigate.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { MeasureRow } from './build-measure-rows.ts';
import { ExampleTable } from './example-table.tsx';
import { AGAINST_DATA, FlipButton, useMeasureWarnings } from './flag-badges.tsx';
import { MeasureCharts } from './measure-charts.tsx';
import { MeasureFacts } from './measure-facts.tsx';
import { OtherSentence } from './other-sentence.tsx';
import type { ExplorerView } from './use-explorer.ts';
import { useMeasureScope } from './use-measure-scope.ts';
import { useMeasureSteps } from './use-measure-steps.ts';

export interface MeasureViewProps {
  readonly measureId: string;
  readonly explorer: ExplorerView;
  readonly onEdit: (measure: Measure) => void;
}

/** One measure opened: what it is, how well it tells churn apart, its pictures, and the rows behind three values. */
export function MeasureView({ measureId, explorer, onEdit }: MeasureViewProps) {
  const { t } = useTranslation('measures');
  const row = explorer.rows.find(({ measure }) => measure.id === measureId);
  const back = useBackButton();
  if (row === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('explorer.view.gone')} action={back} />
      </Page>
    );
  }
  const edit = () => onEdit(row.measure);
  return (
    <Page
      title={row.measure.name}
      why={row.words}
      actions={back}
      primary={<Button onClick={edit}>{t('explorer.view.edit')}</Button>}
    >
      <ViewBody row={row} revision={explorer.revision} onEdit={edit} />
    </Page>
  );
}

interface ViewBodyProps {
  readonly row: MeasureRow;
  readonly revision: string;
  readonly onEdit: () => void;
}

function ViewBody({ row, revision, onEdit }: ViewBodyProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const examplesTitle = (newest: number | null) =>
    newest === null
      ? t('explorer.view.examplesFlagged')
      : t('explorer.view.examples', { date: format.day(newest) });
  const { setActionable, flip } = useMeasureSteps();
  const warningsOf = useMeasureWarnings();
  const words = useMeasureWords();
  const { measure } = row;
  const asked = { measureId: measure.id, ...useMeasureScope().asked };
  const query = useTaskQuery('measures.detail', asked, { label: t('loading'), revision });
  useCommand({ id: 'measures.edit', label: t('editor.editTitle'), run: onEdit });
  return (
    <>
      <OtherSentence measure={measure} words={words} />
      {warningsOf(row).map(({ key, name, help }) => (
        <Alert key={key} color="orange" p="xs" title={`△ ${name}`}>
          {help}{' '}
          {key === AGAINST_DATA && <FlipButton measure={measure} onFlip={(turned) => void flip(turned)} />}
        </Alert>
      ))}
      <Checkbox
        label={t('editor.actionable')}
        checked={measure.actionable}
        onChange={(event) => void setActionable(measure, event.currentTarget.checked)}
      />
      <MeasureFacts row={row} />
      <QueryView query={query} loadingText={t('loading')}>
        {(detail) => (
          <>
            <MeasureCharts detail={detail} name={measure.name} />
            <Section title={examplesTitle(detail.history.at(-1)?.asOf ?? null)}>
              <ExampleTable examples={detail.figures.examples} />
            </Section>
          </>
        )}
      </QueryView>
    </>
  );
}

/** Takes the focus on coming, so that the keyboard goes on from the top of the view. */
function useBackButton() {
  const { t } = useTranslation('measures');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button ref={button} variant="default" onClick={() => navigate('measures')}>
      {t('explorer.view.back')}
    </Button>
  );
}
