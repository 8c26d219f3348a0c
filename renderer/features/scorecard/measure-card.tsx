import { ActionIcon, Group, Menu } from '@mantine/core';
import { ChevronDown, ChevronUp, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { MiniHistogram } from '../../ui/mini-histogram.tsx';
import { focusFirstHandle } from './card-keys.ts';
import { editMeasure, moveMeasure, removeMeasure } from './edit-scorecard.ts';
import type { DraftActions, DraftEdit } from './use-scorecard-draft.ts';
import { WeightField } from './weight-field.tsx';

export interface MeasureCardProps {
  readonly actions: DraftActions;
  readonly measureId: string;
  readonly weight: number;
  readonly name: string;
  readonly figures: MeasureFigures | null;
  readonly isSelected: boolean;
  readonly onSelect: (measureId: string) => void;
}

/** One measure of a group: choose it, weigh it, move it, take it out. A scale under the hand changes nothing of it. */
export const MeasureCard = memo(function MeasureCard(props: MeasureCardProps) {
  const { actions, measureId, weight, name, figures } = props;
  const { t } = useTranslation('scorecard');
  const weigh = (next: number): DraftEdit => ({
    target: `weight ${measureId}`,
    name: 'setWeight',
    parameters: { name, value: next },
    edit: editMeasure(measureId, { weight: next }),
  });
  return (
    <li className="measure-card" data-selected={props.isSelected}>
      <Group gap={4} wrap="nowrap" justify="space-between">
        <button
          type="button"
          className="measure-card-name"
          aria-pressed={props.isSelected}
          title={name}
          onClick={() => props.onSelect(measureId)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowRight') return;
            event.preventDefault();
            props.onSelect(measureId);
            focusFirstHandle();
          }}
        >
          {name}
        </button>
        {figures !== null && (
          <MiniHistogram histogram={figures.histogram} name={name} width={56} height={18} />
        )}
        <MoveButtons
          name={name}
          onMove={(by) =>
            actions.commit({
              target: 'order',
              name: 'moveMeasure',
              parameters: { name },
              edit: moveMeasure(measureId, by),
            })
          }
          removeLabel={t('design.takeOut')}
          onRemove={() =>
            actions.commit({
              target: 'order',
              name: 'removeMeasure',
              parameters: { name },
              edit: removeMeasure(measureId),
            })
          }
        />
      </Group>
      <WeightField
        label={t('design.measureWeight', { name })}
        weight={weight}
        shareOf={measureId}
        onPreview={(next) => actions.preview(weigh(next))}
        onCommit={(next) => actions.commit(weigh(next))}
        onCommitSoon={(next) => actions.commitSoon(weigh(next))}
      />
    </li>
  );
});

export interface MoveButtonsProps {
  readonly name: string;
  readonly removeLabel: string;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Order by keyboard and pointer alike: up, down, and a menu to take out. */
export function MoveButtons({ name, removeLabel, onMove, onRemove }: MoveButtonsProps) {
  const { t } = useTranslation('scorecard');
  return (
    <Group gap={0} wrap="nowrap">
      <span className="move-arrows">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('design.up', { name })}
          onClick={() => onMove(-1)}
        >
          <ChevronUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('design.down', { name })}
          onClick={() => onMove(1)}
        >
          <ChevronDown size={14} aria-hidden />
        </ActionIcon>
      </span>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('design.actions', { name })}>
            <Ellipsis size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onMove(-1)}>{t('design.moveUp')}</Menu.Item>
          <Menu.Item onClick={() => onMove(1)}>{t('design.moveDown')}</Menu.Item>
          <Menu.Item onClick={onRemove}>{removeLabel}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
