import { Button } from '@mantine/core';
import { type CSSProperties, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useCommand } from '../../client/commands.ts';
import { navigate } from '../../client/navigate.ts';
import { useDesign } from '../../client/use-design.ts';
import { useTaskQuery } from '../../client/use-task-query.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CardMenu } from './card-menu.tsx';
import { DesignColumn } from './design-column.tsx';
import { findMeasure } from './edit-scorecard.ts';
import { LiveColumn } from './live-column.tsx';
import { MeasureColumn } from './measure-column.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import { useLiveSession } from './use-live-session.ts';
import { useRoomBelow } from './use-room-below.ts';
import { useScorecardDraft } from './use-scorecard-draft.ts';
import { VersionDialog } from './version-dialog.tsx';

/** The address of the back-test page that starts a run at once. */
export const gradeArgument = 'grade';

/** The three columns of one scorecard, and what belongs to all of them. */
export function ScorecardBuilder({ saved }: { readonly saved: Scorecard }) {
  const { t } = useTranslation('scorecard');
  const draft = useScorecardDraft(saved);
  const { card } = draft;
  const room = useRoomBelow<HTMLDivElement>();
  const session = useLiveSession(card);
  const figures = useAllFigures();
  const design = useDesign();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [since, setSince] = useState<string | null>(null);
  const first = card.groups.flatMap((group) => group.measures)[0]?.measureId ?? null;
  const selectedId = findMeasure(card, chosen) === null ? first : chosen;
  const measures = design?.measures ?? [];
  const parts: ScorecardParts = {
    draft,
    measures,
    nameOf: (id) => measures.find((measure) => measure.id === id)?.name ?? t('design.deletedMeasure'),
    figuresOf: (id) => figures.byId.get(id) ?? null,
    savedScaleOf: (id) => findMeasure(saved, id)?.scale ?? null,
    selectedId,
    select: setChosen,
  };
  const grade = async () => {
    await draft.flush();
    navigate('backtest', gradeArgument);
  };
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
          <CardMenu card={card} />
        </>
      }
    >
      {figures.error !== null && <FailedState error={figures.error} onRetry={figures.reload} />}
      <div
        ref={room.ref}
        className="scorecard-columns"
        style={{ '--scorecard-top': `${room.top}px` } as CSSProperties}
      >
        <DesignColumn parts={parts} />
        <MeasureColumn parts={parts} />
        <LiveColumn
          card={card}
          session={session}
          since={since === null ? t('live.sinceOpened') : t('live.sinceVersion', { name: since })}
          onGrade={() => void grade()}
        />
      </div>
      {isSaving && (
        <VersionDialog
          scorecardId={card.id}
          flush={draft.flush}
          onSaved={(name) => {
            setSince(name);
            session.rebase();
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Page>
  );
}

/** Figures of every measure by id: for the plot, the cards and the picker. */
function useAllFigures() {
  const { t } = useTranslation('scorecard');
  const design = useDesign();
  const dataRevision = useAppStore((state) => state.revisions.data);
  const scoring = design?.measures.map(({ name: _, actionable: __, ...rest }) => rest);
  const hasMeasures = (design?.measures.length ?? 0) > 0;
  const query = useTaskQuery('measures.figures', hasMeasures ? { measureIds: null } : null, {
    label: t('scale.loading'),
    revision: JSON.stringify([dataRevision, scoring, design?.backtestSettings]),
  });
  const { value } = query;
  const byId = useMemo(
    () => new Map<string, MeasureFigures>((value?.items ?? []).map((item) => [item.measureId, item])),
    [value],
  );
  return { byId, error: query.error ?? null, reload: query.reload };
}
