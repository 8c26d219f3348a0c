import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { type DesignChange, type DesignStep, useDesignStore } from '../../client/design-store.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** The design steps of this screen, each with its name for undo. They answer whether the step was kept. */
export function useMeasureSteps() {
  const { i18n } = useTranslation();
  const commit = useDesignStore((state) => state.commit);
  const step = useCallback(
    async (nameKey: string, parameters: DesignStep['parameters'], changes: DesignChange[]) => {
      const result = await commit({ nameKey, parameters, screen: 'measures' }, changes);
      if (!result.ok) notifyFailure(i18n, result.error);
      return result.ok;
    },
    [commit, i18n],
  );
  return useMemo(
    () => ({
      save: (measure: Measure, isNew: boolean, parts: readonly Measure[]) =>
        step(isNew ? 'measures:steps.add' : 'measures:steps.edit', { name: measure.name }, [
          ...parts.map(put),
          put(measure),
        ]),
      setActionable: (measure: Measure, actionable: boolean) =>
        step(
          actionable ? 'measures:steps.actionable' : 'measures:steps.notActionable',
          { name: measure.name },
          [put({ ...measure, actionable })],
        ),
      flip: (measure: Measure) => {
        const direction = measure.direction === 'higher' ? 'lower' : 'higher';
        return step(`measures:steps.${direction}`, { name: measure.name }, [put({ ...measure, direction })]);
      },
      remove: (measure: Measure) =>
        step('measures:steps.remove', { name: measure.name }, [
          { kind: 'measure', id: measure.id, body: null },
        ]),
      addProposed: (measures: readonly Measure[]) =>
        step('measures:steps.addProposed', { value: measures.length }, measures.map(put)),
    }),
    [step],
  );
}

function put(measure: Measure): DesignChange {
  return { kind: 'measure', id: measure.id, body: measure };
}
