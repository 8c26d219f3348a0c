import { SimpleGrid } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { editMeasure } from './edit-scorecard.ts';
import { RestField } from './rest-field.tsx';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface MeasurePurposeProps {
  readonly measureId: string;
  readonly target: string;
  readonly reason: string;
  readonly name: string;
  readonly actions: DraftActions;
}

/** What a healthy customer reaches on this measure, and why it matters; in the person's words. */
export const MeasurePurpose = memo(function MeasurePurpose(props: MeasurePurposeProps) {
  const { measureId, target, reason, name, actions } = props;
  const { t } = useTranslation('scorecard');
  const set = (patch: Pick<ScorecardMeasure, 'target' | 'reason'>) =>
    actions.commit({
      target: `purpose ${measureId}`,
      name: 'setTarget',
      parameters: { name },
      edit: editMeasure(measureId, patch),
    });
  return (
    <SimpleGrid cols={2} spacing="xs">
      <RestField
        label={t('rules.measure.target')}
        ariaLabel={t('panels.purpose.targetOf', { name })}
        placeholder={t('rules.measure.targetHint')}
        value={target}
        maxLength={200}
        multiline
        onRest={(next) => set({ target: next })}
      />
      <RestField
        label={t('rules.measure.reason')}
        ariaLabel={t('panels.purpose.reasonOf', { name })}
        placeholder={t('rules.measure.reasonHint')}
        value={reason}
        maxLength={500}
        multiline
        onRest={(next) => set({ reason: next })}
      />
    </SimpleGrid>
  );
});
