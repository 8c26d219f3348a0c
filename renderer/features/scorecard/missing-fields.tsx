import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingPolicy, ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { policyOf, policyTypes } from './build-missing.ts';
import { cleanPoints } from './edit-scale.ts';
import { editMeasure } from './edit-scorecard.ts';
import { MissingCompare } from './missing-compare.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

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
  const edit = (next: MissingPolicy) => ({
    target: `missing ${measureId}`,
    name: 'setMissing' as const,
    parameters: { name },
    edit: editMeasure(measureId, { missing: next }),
  });
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <Select
          label={t('scale.missing')}
          size="xs"
          w={220}
          data={policyTypes.map((value) => ({ value, label: t(`scale.missingOf.${value}`) }))}
          value={missing.type}
          onChange={(type) => type !== null && parts.actions.commit(edit(policyOf(type, missing)))}
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
              parts.actions.commitSoon(edit({ type: 'ownBin', points: cleanPoints(typed) }))
            }
          />
        )}
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
          stepOf={edit}
          onClose={() => {
            parts.suggestion.dismiss();
            setComparing(false);
          }}
        />
      )}
    </Stack>
  );
}
