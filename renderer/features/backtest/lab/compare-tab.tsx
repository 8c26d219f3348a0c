import { Divider, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesign } from '../../../client/use-design.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { type RunHead, useRun } from '../run-context.ts';
import { AddedValuePart } from './added-value-part.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { LabPart } from './lab-part.tsx';
import { ResampledPart } from './resampled-part.tsx';
import { TaskQueryView } from './task-query-view.tsx';
import type { Resampled } from './use-resampled.ts';

export interface CompareTabProps {
  readonly runs: readonly RunHead[];
  readonly resampled: Resampled;
}

/** This run against another, with and without some measures, and the figures that need resampling. */
export function CompareTab({ runs, resampled }: CompareTabProps) {
  return (
    <Stack gap="lg">
      <ComparePart runs={runs} />
      <Divider />
      <AddedValuePart />
      <Divider />
      <ResampledPart resampled={resampled} />
    </Stack>
  );
}

function ComparePart({ runs }: { readonly runs: readonly RunHead[] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const design = useDesign();
  const shown = useRun().output.run.id;
  const [otherRunId, setOther] = useState<string | null>(null);
  const query = useTaskQuery('backtests.compare', otherRunId === null ? null : { runId: shown, otherRunId }, {
    label: t('lab.compare.running'),
  });
  const others = runs.filter(({ id }) => id !== shown);
  const choices = others.map((run) => ({
    value: run.id,
    label: t('lab.compare.run', {
      name: design?.scorecards.find((card) => card.id === run.scorecardId)?.name ?? run.scorecardId,
      ranAt: format.instant(Date.parse(run.ranAt)),
      auc: format.auc(run.testAuc),
    }),
  }));
  return (
    <LabPart title={t('lab.compare.title')} why={t('lab.compare.why')}>
      {others.length === 0 ? (
        <Text size="sm">{t('lab.compare.noOther')}</Text>
      ) : (
        <Select
          label={t('lab.compare.other')}
          placeholder={t('lab.compare.placeholder')}
          maw={560}
          data={choices}
          value={otherRunId}
          onChange={setOther}
        />
      )}
      {otherRunId !== null && (
        <TaskQueryView query={query} label={t('lab.compare.running')}>
          {(comparison) => (
            <ComparisonTable
              comparison={comparison}
              names={{ a: t('lab.compare.a'), b: t('lab.compare.b') }}
              sentences={{
                better: t('lab.compare.better'),
                worse: t('lab.compare.worse'),
                unclear: t('lab.compare.unclear'),
                same: t('lab.compare.same'),
              }}
            />
          )}
        </TaskQueryView>
      )}
    </LabPart>
  );
}
