import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingPolicy, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { policyOf, policyTypes } from './build-missing.ts';
import { cleanPoints } from './edit-scale.ts';
import { editMeasure } from './edit-scorecard.ts';
import { MissingCompare } from './missing-compare.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { DraftActions, DraftEdit } from './use-scorecard-draft.ts';

export interface MissingFieldsProps {
  readonly parts: ScorecardParts;
  readonly chosen: ScorecardMeasure;
  readonly name: string;
}

/** What a missing value earns, and on demand what each policy would do to today's bands. */
export function MissingFields({ parts, chosen, name }: MissingFieldsProps) {
  const { t } = useTranslation('scorecard');
  const [isComparing, setComparing] = useState(false);
  const { missing, measureId } = chosen;
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <PolicyFields missing={missing} measureId={measureId} name={name} actions={parts.actions} />
        {!isComparing && (
          <Button size="xs" variant="default" onClick={() => setComparing(true)}>
            {t('rules.missing.compare')}
          </Button>
        )}
      </Group>
      {isComparing && (
        <MissingCompare
          parts={parts}
          measureId={measureId}
          name={name}
          stepOf={(next) => policyStep({ measureId, name }, next)}
          onClose={() => {
            parts.suggestion.dismiss();
            setComparing(false);
          }}
        />
      )}
    </Stack>
  );
}

interface PolicyFieldsProps {
  readonly missing: MissingPolicy;
  readonly measureId: string;
  readonly name: string;
  readonly actions: DraftActions;
}

/** Its own component: a cut-off under the hand changes nothing of it. */
const PolicyFields = memo(function PolicyFields({ missing, measureId, name, actions }: PolicyFieldsProps) {
  const { t } = useTranslation('scorecard');
  const of = { measureId, name };
  return (
    <>
      <Select
        label={t('scale.missing')}
        size="xs"
        w={220}
        data={policyTypes.map((value) => ({ value, label: t(`scale.missingOf.${value}`) }))}
        value={missing.type}
        onChange={(type) => type !== null && actions.commit(policyStep(of, policyOf(type, missing)))}
        allowDeselect={false}
      />
      {missing.type === 'ownBin' && (
        <NumberInput
          label={t('scale.missingPoints')}
          size="xs"
          w={100}
          min={0}
          max={100}
          decimalScale={2}
          value={missing.points}
          onChange={(typed) =>
            typeof typed === 'number' &&
            typed !== missing.points &&
            actions.commitSoon(policyStep(of, { type: 'ownBin', points: cleanPoints(typed) }))
          }
        />
      )}
    </>
  );
});

function policyStep(
  { measureId, name }: { measureId: string; name: string },
  missing: MissingPolicy,
): DraftEdit {
  return {
    target: `missing ${measureId}`,
    name: 'setMissing',
    parameters: { name },
    edit: editMeasure(measureId, { missing }),
  };
}
