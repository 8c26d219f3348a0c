import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { MeasurePurpose } from './measure-purpose.tsx';
import { RestField } from './rest-field.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

const aims = ['preventChurn', 'findExpansion'] as const;

/** What the score is for, in the person's words, and the target and reason of each measure. */
export const PurposeSection = memo(function PurposeSection({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const { whole, wholeActions, card } = parts;
  const { purpose } = whole;
  const set = (patch: Partial<Scorecard['purpose']>) =>
    wholeActions.commit({
      target: 'purpose',
      name: 'setPurpose',
      edit: (before) => ({ ...before, purpose: { ...before.purpose, ...patch } }),
    });
  const measures = card.groups.flatMap((group) => group.measures);
  return (
    <>
      <Stack gap="sm" component="section" aria-label={t('purpose.title')}>
        <Title order={2} size="h5">
          {t('purpose.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('panels.purpose.text')}
        </Text>
        <div>
          <Text size="xs" fw={500} mb={2}>
            {t('panels.purpose.aim')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('panels.purpose.aim')}
            data={aims.map((value) => ({ value, label: t(`panels.purpose.aimOf.${value}`) }))}
            value={purpose.aim ?? 'preventChurn'}
            onChange={(aim) => set({ aim })}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t(`panels.purpose.aimHelp.${purpose.aim ?? 'preventChurn'}`)}
          </Text>
        </div>
        <RestField
          label={t('purpose.goal')}
          placeholder={t('purpose.goalHint')}
          value={purpose.goal}
          maxLength={500}
          multiline
          onRest={(goal) => set({ goal })}
        />
        <RestField
          label={t('purpose.healthy')}
          placeholder={t('purpose.healthyHint')}
          value={purpose.healthyCustomer}
          maxLength={500}
          multiline
          onRest={(healthyCustomer) => set({ healthyCustomer })}
        />
        {measures.length === 0 && purpose.goal !== '' && <Text size="sm">→ {t('panels.purpose.next')}</Text>}
      </Stack>
      <Stack gap="sm" component="section" aria-label={t('panels.purpose.targets')}>
        <Title order={3} size="h6">
          {t('panels.purpose.targets')}
        </Title>
        {measures.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('panels.purpose.noMeasures')}
          </Text>
        ) : (
          <ul className="purpose-measures">
            {measures.map((chosen) => (
              <li key={chosen.measureId}>
                <Text size="sm" fw={600}>
                  {parts.nameOf(chosen.measureId)}
                </Text>
                <MeasurePurpose
                  measureId={chosen.measureId}
                  target={chosen.target ?? ''}
                  reason={chosen.reason ?? ''}
                  name={parts.nameOf(chosen.measureId)}
                  actions={parts.actions}
                />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </>
  );
});
