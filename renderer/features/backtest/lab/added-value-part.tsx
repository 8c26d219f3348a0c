import { Button, Group, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncrementalValue } from '../../../../shared/schemas/lab-figures.ts';
import type { Scorecard } from '../../../../shared/schemas/scorecard.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useTask } from '../../../client/use-task.ts';
import { notifyFailure } from '../../../ui/notify.ts';
import { ProgressCard } from '../../../ui/progress-card.tsx';
import { useRun } from '../run-context.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';

/** What some measures add to the others: the score with them against the score without. */
export function AddedValuePart() {
  const { t, i18n } = useTranslation('backtest');
  const { run, scorecard } = useRun().output;
  const measures = useDesign()?.measures;
  const task = useTask('backtests.addedValue', t('lab.compare.addedRunning'), { stopOnLeave: true });
  const [chosen, setChosen] = useState<string[]>([]);
  const [added, setAdded] = useState<IncrementalValue | null>(null);
  const choices = measureIdsOf(scorecard).map((id) => ({
    value: id,
    label: measures?.find((measure) => measure.id === id)?.name ?? id,
  }));
  const choose = (ids: string[]) => {
    setChosen(ids);
    setAdded(null);
  };
  const start = async () => {
    const result = await task.run({ runId: run.id, measureIds: chosen });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setAdded(result.value);
  };
  return (
    <LabPart title={t('lab.compare.addedTitle')} why={t('lab.compare.addedWhy')}>
      <Group align="flex-end">
        <MultiSelect
          label={t('lab.compare.measures')}
          {...(chosen.length === 0 ? { placeholder: t('lab.compare.addedPlaceholder') } : {})}
          data={choices}
          value={chosen}
          onChange={choose}
          searchable
          miw={360}
          maw={720}
        />
        <Button
          variant="default"
          disabled={chosen.length === 0 || task.isRunning}
          onClick={() => void start()}
        >
          {t('lab.compare.addedButton')}
        </Button>
      </Group>
      {task.progress !== null && <ProgressCard task={task.progress} onStop={task.cancel} />}
      {added !== null && added.comparison === null && added.reason !== null && (
        <NoFigure reason={added.reason} />
      )}
      {added !== null && added.comparison !== null && (
        <ComparisonTable
          comparison={added.comparison}
          names={{ a: t('lab.compare.addedA'), b: t('lab.compare.addedB') }}
          sentences={{
            better: t('lab.compare.adds'),
            worse: t('lab.compare.harms'),
            unclear: t('lab.compare.addsUnclear'),
            same: t('lab.compare.addsNothing'),
          }}
        />
      )}
    </LabPart>
  );
}

/** The measures of the scorecard and its variants, each once. */
function measureIdsOf({ groups, variants = [] }: Scorecard): string[] {
  const all = [...groups, ...variants.flatMap((variant) => variant.groups)];
  return [...new Set(all.flatMap((group) => group.measures.map(({ measureId }) => measureId)))];
}
