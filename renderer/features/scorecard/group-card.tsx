import { Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureGroup } from '../../../shared/schemas/scorecard.ts';
import { editGroup, moveGroup, removeGroup } from './edit-scorecard.ts';
import { MeasureCard, MoveButtons } from './measure-card.tsx';
import { MeasurePicker } from './measure-picker.tsx';
import { RestField } from './rest-field.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { DraftEdit } from './use-scorecard-draft.ts';
import { WeightField } from './weight-field.tsx';

export interface GroupCardProps {
  readonly parts: ScorecardParts;
  readonly group: MeasureGroup;
}

const combines = ['mean', 'min', 'max'] as const;

/** A measure group: its name, weight and way of combining, and its measures. */
export function GroupCard({ parts, group }: GroupCardProps) {
  const { t } = useTranslation('scorecard');
  const { actions } = parts;
  const { id, name } = group;
  const weigh = (weight: number): DraftEdit => ({
    target: `group weight ${id}`,
    name: 'setGroupWeight',
    parameters: { name, value: weight },
    edit: editGroup(id, { weight }),
  });
  const step = (stepName: DraftEdit['name'], edit: DraftEdit['edit'], stepped = name) =>
    actions.commit({ target: 'group', name: stepName, parameters: { name: stepped }, edit });
  return (
    <section className="group-card" aria-label={name}>
      <Group gap={4} wrap="nowrap" justify="space-between" className="group-card-head">
        <RestField
          label={null}
          ariaLabel={t('design.groupName')}
          value={name}
          maxLength={120}
          required
          onRest={(next) => step('renameGroup', editGroup(id, { name: next }), next)}
        />
        <Select
          aria-label={t('design.combine')}
          size="xs"
          w={112}
          data={combines.map((value) => ({ value, label: t(`design.combineOf.${value}`) }))}
          value={group.combine}
          onChange={(combine) => combine !== null && step('setCombine', editGroup(id, { combine }))}
          allowDeselect={false}
        />
        <MoveButtons
          name={name}
          removeLabel={t('design.removeGroup')}
          onMove={(by) => step('moveGroup', moveGroup(id, by))}
          onRemove={() => step('removeGroup', removeGroup(id))}
        />
      </Group>
      <WeightField
        label={t('design.groupWeight', { name })}
        weight={group.weight}
        shareOf={id}
        onPreview={(weight) => actions.preview(weigh(weight))}
        onCommit={(weight) => actions.commit(weigh(weight))}
        onCommitSoon={(weight) => actions.commitSoon(weigh(weight))}
      />
      {group.measures.length === 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t('design.emptyGroup')}
        </Text>
      ) : (
        <ul className="measure-cards">
          {group.measures.map((measure) => (
            <MeasureCard
              key={measure.measureId}
              actions={actions}
              measure={measure}
              name={parts.nameOf(measure.measureId)}
              figures={parts.figuresOf(measure.measureId)}
              isSelected={parts.selectedId === measure.measureId}
              onSelect={parts.select}
            />
          ))}
        </ul>
      )}
      <MeasurePicker parts={parts} group={group} />
    </section>
  );
}
