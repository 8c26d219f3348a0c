import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { type DesignChange, useDesignStore } from '../../client/design-store.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { idleDays, idleException, idleMeasure } from './build-exceptions.ts';
import { addException } from './edit-rules.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

/** The rule most teams begin with: nobody came for 30 days, so at most the worst band. Null without main usage. */
export function useIdleException({ card, actions, measures }: ScorecardParts) {
  const { t, i18n } = useTranslation('scorecard');
  const metric = useAppStore((state) => state.summary?.mainUsage ?? null);
  if (metric === null) return null;
  const days = String(idleDays);
  const add = async () => {
    await actions.flush();
    const name = t('panels.idle.measure', { metric }).slice(0, 120);
    const known = measures.find(
      ({ aggregation }) => aggregation.type === 'daysSinceLast' && aggregation.metric === metric,
    );
    const measure = known ?? idleMeasure(crypto.randomUUID(), name, metric);
    const made = idleException(crypto.randomUUID(), measure.id, card.bands);
    const changes: DesignChange[] = [
      ...(known === undefined ? [{ kind: 'measure' as const, id: measure.id, body: measure }] : []),
      { kind: 'scorecard', id: card.id, body: addException(made)(card) },
    ];
    const step = {
      nameKey: 'scorecard:steps.addException',
      parameters: { name: measure.name },
      screen: 'scorecard',
    };
    const result = await useDesignStore.getState().commit(step, changes);
    if (!result.ok) notifyFailure(i18n, result.error);
  };
  return { label: t('panels.idle.add', { metric, days }), add };
}
