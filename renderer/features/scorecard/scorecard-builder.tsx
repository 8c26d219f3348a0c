import { Button } from '@mantine/core';
import { type CSSProperties, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { navigate } from '../../client/navigate.ts';
import { useDesign } from '../../client/use-design.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CardMenu } from './card-menu.tsx';
import { DesignColumn } from './design-column.tsx';
import { viewOf } from './edit-rules.ts';
import { findMeasure } from './edit-scorecard.ts';
import { FrozenMark } from './frozen-mark.tsx';
import { LiveColumn } from './live-column.tsx';
import { LiveContext } from './live-context.ts';
import { MiddleColumn } from './middle-column.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { Place, Section } from './sections.ts';
import { useAllFigures } from './use-all-figures.ts';
import { type ChosenBaseline, useBaseline } from './use-baseline.ts';
import { type LiveSession, useLiveSession } from './use-live-session.ts';
import { useRoomBelow } from './use-room-below.ts';
import { useScope } from './use-scope.ts';
import { type ScorecardDraft, useScorecardDraft } from './use-scorecard-draft.ts';
import { type Suggestion, useSuggestion } from './use-suggestion.ts';
import { VersionDialog } from './version-dialog.tsx';

/** Says to the back-test page: begin a run at once. */
const gradeArgument = 'grade';
const noMeasures: readonly Measure[] = [];

/** The three columns of one scorecard, and what belongs to all of them. */
export function ScorecardBuilder({ saved }: { readonly saved: Scorecard }) {
  const { t } = useTranslation('scorecard');
  const session = useLiveSession(saved);
  const draft = useScorecardDraft(saved, session.push);
  const { card } = draft;
  const { push } = session;
  useEffect(() => push(card), [push, card]);
  const [isSaving, setSaving] = useState(false);
  const suggestion = useSuggestion(saved, draft, session.figures);
  const baseline = useBaseline(saved, session, suggestion);
  const { flush } = draft.actions;
  const grade = useCallback(async () => {
    await flush();
    navigate('backtest', gradeArgument);
  }, [flush]);
  const openVersions = () => setSaving(true);
  useCommand({ id: 'scorecard.version', label: t('version.save'), run: openVersions });
  useCommand({ id: 'scorecard.grade', label: t('graded.grade'), run: () => void grade() });
  return (
    <Page
      title={`${t('title')}: ${card.name}`}
      why={t('why')}
      actions={
        <>
          <Button variant="default" onClick={openVersions}>
            {t('version.save')}
          </Button>
          <CardMenu card={saved} />
        </>
      }
    >
      <FrozenMark scorecardId={card.id} />
      <Columns
        saved={saved}
        draft={draft}
        session={session}
        suggestion={suggestion}
        baseline={baseline}
        onGrade={grade}
      />
      {isSaving && (
        <VersionDialog
          scorecardId={card.id}
          flush={flush}
          onSaved={baseline.reload}
          onClose={() => setSaving(false)}
        />
      )}
    </Page>
  );
}

interface ColumnsProps {
  readonly saved: Scorecard;
  readonly draft: ScorecardDraft;
  readonly session: LiveSession;
  readonly suggestion: Suggestion;
  readonly baseline: ChosenBaseline;
  readonly onGrade: () => void;
}

function Columns({ saved, draft, session, suggestion, baseline, onGrade }: ColumnsProps) {
  const { t } = useTranslation('scorecard');
  const { card, actions } = draft;
  const measures = useDesign()?.measures ?? noMeasures;
  const room = useRoomBelow<HTMLDivElement>();
  const [place, setPlace] = useState<Place>(() => firstPlace(saved, useAppStore.getState().route.argument));
  const scoped = useScope(card, actions);
  const view = scoped.card;
  const first = view.groups.flatMap((group) => group.measures)[0]?.measureId ?? null;
  const select = useCallback((measureId: string) => setPlace({ measureId }), []);
  const openSection = useCallback((next: Section) => setPlace({ section: next }), []);
  const section = 'section' in place ? place.section : null;
  const chosen = 'section' in place ? null : place.measureId;
  const selectedId = section !== null ? null : findMeasure(view, chosen) === null ? first : chosen;
  // The live figures are what the screen is for: the measures' own wait for the first of them.
  const isReady = session.figures !== null || session.error !== null;
  const figures = useAllFigures({ isReady, selectedId, saved });
  const { byId } = figures;
  const nameOf = useCallback(
    (id: string) => measures.find((measure) => measure.id === id)?.name ?? t('design.deletedMeasure'),
    [measures, t],
  );
  const figuresOf = useCallback((id: string) => byId.get(id) ?? null, [byId]);
  const parts = useMemo<ScorecardParts>(
    () => ({
      ...scoped,
      measures,
      nameOf,
      figuresOf,
      savedCard: viewOf(saved, scoped.scope),
      savedScaleOf: (id) => findMeasure(viewOf(saved, scoped.scope), id)?.scale ?? null,
      selectedId,
      select,
      section,
      openSection,
      suggestion,
    }),
    [scoped, measures, figuresOf, saved, selectedId, select, section, openSection, suggestion, nameOf],
  );
  return (
    <LiveContext value={session}>
      {figures.error !== null && <FailedState error={figures.error} onRetry={figures.reload} />}
      <div
        ref={room.ref}
        className="scorecard-columns"
        style={{ '--scorecard-top': `${room.top}px` } as CSSProperties}
      >
        <DesignColumn parts={parts} />
        <MiddleColumn parts={parts} />
        <LiveColumn
          scorecardId={card.id}
          card={card}
          nameOf={nameOf}
          hasMeasures={card.groups.some((group) => group.measures.length > 0)}
          session={session}
          baseline={baseline}
          suggestion={suggestion}
          onGrade={onGrade}
        />
      </div>
    </LiveContext>
  );
}

/** The part that is open first: the one the address asks for, else what a new scorecard begins with. */
function firstPlace(saved: Scorecard, asked: string | null): Place {
  if (asked === 'bands') return { section: 'bands' };
  return isUntouched(saved) ? { section: 'purpose' } : { measureId: null };
}

/** A new, empty scorecard begins with what it is for. */
function isUntouched({ groups, purpose }: Scorecard): boolean {
  return groups.length === 0 && purpose.goal === '' && purpose.healthyCustomer === '';
}
