import { Button, Popover, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureGroup } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { addMeasure, findMeasure } from './edit-scorecard.ts';
import { scored } from './new-scorecard.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface MeasurePickerProps {
  readonly parts: ScorecardParts;
  readonly group: MeasureGroup;
}

/** The measures not yet in the scorecard, each with its AUC; choosing one adds it with a first scale. */
export function MeasurePicker({ parts, group }: MeasurePickerProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const left = parts.measures.filter(({ id }) => findMeasure(parts.card, id) === null);
  const add = (measure: (typeof left)[number]) => {
    setOpen(false);
    parts.actions.commit({
      target: 'add',
      name: 'addMeasure',
      parameters: { name: measure.name },
      edit: addMeasure(group.id, scored(measure, parts.figuresOf(measure.id))),
    });
    parts.select(measure.id);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={320}
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          mt={4}
          leftSection={<Plus size={12} aria-hidden />}
          aria-label={t('design.addMeasureTo', { name: group.name })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('design.addMeasure')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" mah={360} style={{ overflowY: 'auto' }}>
        {left.length === 0 ? (
          <Stack gap="xs">
            <Text size="sm">{t('design.noMeasureLeft')}</Text>
            <Button size="compact-sm" variant="default" onClick={() => navigate('measures')}>
              {t('design.openMeasures')}
            </Button>
          </Stack>
        ) : (
          <ul className="measure-picker">
            {left.map((measure) => {
              const auc = parts.figuresOf(measure.id)?.auc ?? null;
              return (
                <li key={measure.id}>
                  <button type="button" onClick={() => add(measure)}>
                    <span>{measure.name}</span>
                    <span className="num">{auc === null ? '' : `AUC ${format.auc(auc.value)}`}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
