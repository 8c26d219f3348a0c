import { Group, NumberInput, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScoreException } from '../../../shared/schemas/scorecard.ts';
import { withLimit } from './build-exceptions.ts';
import { editException } from './edit-rules.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface ExceptionFieldsProps {
  readonly parts: ScorecardParts;
  readonly exception: ScoreException;
  /** Name of the condition's measure. */
  readonly name: string;
}

const operators = ['below', 'atLeast', 'missing'] as const;
const effects = ['atMost', 'atLeast'] as const;
/** Stands for "a score" among the bands' ids. */
const byScore = '';

/** Measure, comparison, value; then cap or floor and where it lies. */
export function ExceptionFields({ parts, exception, name }: ExceptionFieldsProps) {
  const { t } = useTranslation('scorecard');
  const { condition, effect } = exception;
  const { bands } = parts.card;
  const edit = (patch: Partial<Pick<ScoreException, 'condition' | 'effect'>>) => ({
    target: `exception ${exception.id}`,
    name: 'setException' as const,
    parameters: { name },
    edit: editException(exception.id, patch),
  });
  const set = (patch: Parameters<typeof edit>[0]) => parts.actions.commit(edit(patch));
  const setSoon = (patch: Parameters<typeof edit>[0]) => parts.actions.commitSoon(edit(patch));
  const limitIn = (next: ScoreException['effect']) =>
    withLimit({ ...exception, effect: next }, next.bandId ?? null, bands);
  const isKnownBand = bands.some((band) => band.id === effect.bandId);
  return (
    <Stack gap={6} mt="xs">
      <Select
        label={t('rules.exceptions.measure')}
        size="xs"
        searchable
        data={parts.measures.map(({ id, name: label }) => ({ value: id, label }))}
        value={condition.measureId}
        onChange={(measureId) => measureId !== null && set({ condition: { ...condition, measureId } })}
        allowDeselect={false}
      />
      <Group gap="xs" wrap="nowrap" align="flex-end">
        {condition.operator !== 'missing' && (
          <NumberInput
            label={t('rules.exceptions.value')}
            size="xs"
            value={condition.value}
            onChange={(value) =>
              typeof value === 'number' &&
              value !== condition.value &&
              setSoon({ condition: { ...condition, value } })
            }
          />
        )}
        <Select
          label={t('rules.exceptions.condition')}
          size="xs"
          data={operators.map((value) => ({ value, label: t(`rules.exceptions.operatorOf.${value}`) }))}
          value={condition.operator}
          onChange={(operator) => operator !== null && set({ condition: { ...condition, operator } })}
          allowDeselect={false}
        />
      </Group>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          label={t('rules.exceptions.effect')}
          size="xs"
          data={effects.map((value) => ({ value, label: t(`rules.exceptions.effectOf.${value}`) }))}
          value={effect.type}
          onChange={(type) => type !== null && set({ effect: limitIn({ ...effect, type }) })}
          allowDeselect={false}
        />
        <Select
          label={t('rules.exceptions.limit')}
          size="xs"
          data={[
            ...bands.map((band) => ({ value: band.id, label: `${band.symbol} ${band.label}`.trim() })),
            { value: byScore, label: t('rules.exceptions.byScore') },
          ]}
          value={isKnownBand ? (effect.bandId ?? byScore) : byScore}
          onChange={(id) =>
            id !== null && set({ effect: withLimit(exception, id === byScore ? null : id, bands) })
          }
          allowDeselect={false}
        />
      </Group>
      {!isKnownBand && (
        <NumberInput
          label={t('rules.exceptions.score')}
          size="xs"
          min={0}
          max={100}
          decimalScale={1}
          value={effect.score}
          onChange={(score) =>
            typeof score === 'number' &&
            score !== effect.score &&
            setSoon({ effect: { type: effect.type, score: Math.min(100, Math.max(0, score)) } })
          }
        />
      )}
    </Stack>
  );
}
