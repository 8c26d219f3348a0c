import { Group, Select, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { MeasureGroup } from '../../../shared/schemas/scorecard.ts';
import { editGroup, moveGroup, removeGroup } from './edit-scorecard.ts';
import { MeasureCard, MoveButtons } from './measure-card.tsx';
import { MeasurePicker } from './measure-picker.tsx';
import { RestField } from './rest-field.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { DraftActions, DraftEdit } from './use-scorecard-draft.ts';
import { WeightField } from './weight-field.tsx';

export interface GroupCardProps {
  readonly group: MeasureGroup;
  readonly left: readonly Measure[];
  /** The measure in the middle column where it is in this group, else null. */
  readonly selectedId: string | null;
  readonly nameOf: ScorecardParts['nameOf'];
  readonly figuresOf: ScorecardParts['figuresOf'];
  readonly select: ScorecardParts['select'];
  readonly actions: DraftActions;
}

const combines = ['mean', 'min', 'max'] as const;

/** A measure group: its name, weight and way of combining, and its measures. Drawn again only when it changes. */
export const GroupCard = memo(function GroupCard(props: GroupCardProps) {
  const { group, left, nameOf, figuresOf, select, actions } = props;
  const { t } = useTranslation('scorecard');
  const { id, name, weight } = group;
  return (
    <section className="group-card" aria-label={name}>
      <GroupHead id={id} name={name} combine={group.combine} actions={actions} />
      <GroupWeight id={id} name={name} weight={weight} actions={actions} />
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
              measureId={measure.measureId}
              weight={measure.weight}
              name={nameOf(measure.measureId)}
              figures={figuresOf(measure.measureId)}
              isSelected={props.selectedId === measure.measureId}
              onSelect={select}
            />
          ))}
        </ul>
      )}
      <MeasurePicker
        groupId={id}
        groupName={name}
        left={left}
        figuresOf={figuresOf}
        select={select}
        actions={actions}
      />
    </section>
  );
});

interface GroupWeightProps extends Pick<MeasureGroup, 'id' | 'name' | 'weight'> {
  readonly actions: DraftActions;
}

const GroupWeight = memo(function GroupWeight({ id, name, weight, actions }: GroupWeightProps) {
  const { t } = useTranslation('scorecard');
  const weigh = (next: number): DraftEdit => ({
    target: `group weight ${id}`,
    name: 'setGroupWeight',
    parameters: { name, value: next },
    edit: editGroup(id, { weight: next }),
  });
  return (
    <WeightField
      label={t('design.groupWeight', { name })}
      weight={weight}
      shareOf={id}
      onPreview={(next) => actions.preview(weigh(next))}
      onCommit={(next) => actions.commit(weigh(next))}
      onCommitSoon={(next) => actions.commitSoon(weigh(next))}
    />
  );
});

interface GroupHeadProps extends Pick<MeasureGroup, 'id' | 'name' | 'combine'> {
  readonly actions: DraftActions;
}

/** Its own component: a weight or a scale under the hand changes nothing of it. */
const GroupHead = memo(function GroupHead({ id, name, combine, actions }: GroupHeadProps) {
  const { t } = useTranslation('scorecard');
  const step = (stepName: DraftEdit['name'], edit: DraftEdit['edit'], stepped = name) =>
    actions.commit({ target: 'group', name: stepName, parameters: { name: stepped }, edit });
  return (
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
        value={combine}
        onChange={(next) => next !== null && step('setCombine', editGroup(id, { combine: next }))}
        allowDeselect={false}
      />
      <MoveButtons
        name={name}
        removeLabel={t('design.removeGroup')}
        onMove={(by) => step('moveGroup', moveGroup(id, by))}
        onRemove={() => step('removeGroup', removeGroup(id))}
      />
    </Group>
  );
});
