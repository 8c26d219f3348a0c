import { Button, Popover, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { measureScope, useSelectedScorecard } from '../../client/use-design.ts';
import { useFormat } from '../../format/use-format.ts';
import { addMeasure } from './edit-scorecard.ts';
import { scored } from './new-scorecard.ts';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface MeasurePickerProps {
  readonly groupId: string;
  readonly groupName: string;
  /** Not yet in the scorecard. */
  readonly left: readonly Measure[];
  readonly figuresOf: ScorecardParts['figuresOf'];
  readonly select: ScorecardParts['select'];
  readonly actions: DraftActions;
}

/** The measures not yet in the scorecard, each with its AUC; choosing one adds it with a first scale. */
export const MeasurePicker = memo(function MeasurePicker(props: MeasurePickerProps) {
  const { groupId, groupName, left, figuresOf, select, actions } = props;
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const scorecard = useSelectedScorecard();
  const add = async (measure: Measure) => {
    setOpen(false);
    // Its first scale is read from its values: whoever is faster than the figures waits for them.
    const figures = figuresOf(measure.id) ?? (await askFigures(measure.id, scorecard));
    actions.commit({
      target: 'add',
      name: 'addMeasure',
      parameters: { name: measure.name },
      edit: addMeasure(groupId, scored(measure, figures)),
    });
    select(measure.id);
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
          aria-label={t('design.addMeasureTo', { name: groupName })}
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
              const auc = figuresOf(measure.id)?.auc ?? null;
              return (
                <li key={measure.id}>
                  <button type="button" onClick={() => void add(measure)}>
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
});

/** Null where there are none to be had. */
async function askFigures(measureId: string, scorecard: Scorecard | null): Promise<MeasureFigures | null> {
  const asked = scorecard === null ? {} : measureScope(scorecard);
  const taskId = crypto.randomUUID();
  const result = await call('measures.figures', { measureIds: [measureId], ...asked, taskId });
  return result.ok ? (result.value.items[0] ?? null) : null;
}
