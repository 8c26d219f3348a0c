import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { type DesignChange, useDesignStore } from '../../client/design-store.ts';
import { notifyFailure } from '../../ui/notify.ts';
import type { StepName } from './use-scorecard-draft.ts';

/** Steps that make, copy, name or delete whole scorecards; a new one is selected. */
export function useCardSteps() {
  const { i18n } = useTranslation();
  const commit = useDesignStore((state) => state.commit);
  const select = useAppStore((state) => state.selectScorecard);
  const step = useCallback(
    async (name: StepName, parameters: Record<string, string | number>, changes: DesignChange[]) => {
      const nameKey = `scorecard:steps.${name}`;
      const result = await commit({ nameKey, parameters, screen: 'scorecard' }, changes);
      if (!result.ok) notifyFailure(i18n, result.error);
      return result.ok;
    },
    [commit, i18n],
  );
  const put = (card: Scorecard): DesignChange => ({ kind: 'scorecard', id: card.id, body: card });
  const add = async (name: StepName, card: Scorecard, measures: readonly Measure[] = []) => {
    const parameters = { name: card.name, value: measures.length };
    const added = measures.map((body): DesignChange => ({ kind: 'measure', id: body.id, body }));
    if (await step(name, parameters, [...added, put(card)])) select(card.id);
  };
  return {
    create: (card: Scorecard) => add('create', card),
    createProposed: (card: Scorecard, measures: readonly Measure[]) => add('createProposed', card, measures),
    duplicate: (card: Scorecard) => add('duplicate', card),
    rename: (card: Scorecard, name: string) => step('rename', { name }, [put({ ...card, name })]),
    remove: async (card: Scorecard) => {
      const done = await step('remove', { name: card.name }, [
        { kind: 'scorecard', id: card.id, body: null },
      ]);
      if (done) select(null);
    },
  };
}
