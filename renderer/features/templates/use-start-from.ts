import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { type DesignChange, useDesignStore } from '../../client/design-store.ts';
import { navigate } from '../../client/navigate.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** Adds a scorecard with its new measures as one step, selects it and goes to where it is designed. */
export function useStartFrom() {
  const { i18n } = useTranslation();
  const commit = useDesignStore((state) => state.commit);
  const select = useAppStore((state) => state.selectScorecard);
  const setChoosing = useAppStore((state) => state.setChoosingTemplate);
  return useCallback(
    async (scorecard: Scorecard, measures: readonly Measure[]) => {
      const parameters = { name: scorecard.name, value: measures.length };
      const changes = [
        ...measures.map((body): DesignChange => ({ kind: 'measure', id: body.id, body })),
        { kind: 'scorecard', id: scorecard.id, body: scorecard } satisfies DesignChange,
      ];
      const step = { nameKey: 'scorecard:steps.createProposed', parameters, screen: 'scorecard' };
      const result = await commit(step, changes);
      if (!result.ok) return notifyFailure(i18n, result.error);
      select(scorecard.id);
      setChoosing(false);
      navigate('scorecard');
    },
    [commit, i18n, select, setChoosing],
  );
}
