import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { settleDirection } from '../../../shared/suggestions/settled-direction.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { newTaskId, runTask } from '../../client/use-task.ts';
import { describeMeasure } from '../../format/describe-measure.ts';
import { useFormat } from '../../format/use-format.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { withoutKnown } from './propose-fresh.ts';
import { useMeasureScope } from './use-measure-scope.ts';
import { useMeasureSteps } from './use-measure-steps.ts';

/** Measures that the data allows, each with a check box; the chosen ones are added in one step. */
export function ProposeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['measures', 'common']);
  useReturnFocus();
  const language = useAppStore((state) => state.language);
  const format = useFormat();
  const known = useDesign()?.measures ?? [];
  const metrics = useAppStore((state) => state.summary?.metrics);
  const query = useQuery('measures.propose', { language }, { refreshOn: ['data'] });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('proposal.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QueryView
        query={query}
        loadingText={t('proposal.loading')}
        empty={(value) => value.measures.length === 0 && <Text size="sm">{t('proposal.none')}</Text>}
      >
        {(value) => {
          const fresh = withoutKnown(value.measures, known, metrics);
          const there = value.measures.length - fresh.length;
          return (
            <Stack gap="sm">
              {there > 0 && (
                <Text size="sm" c="dimmed" data-testid="already-there">
                  {t(fresh.length === 0 ? 'proposal.allThere' : 'proposal.there', {
                    count: there,
                    value: format.number(there, 0),
                  })}
                </Text>
              )}
              {fresh.length > 0 && <Choice measures={fresh} onClose={onClose} />}
            </Stack>
          );
        }}
      </QueryView>
    </Modal>
  );
}

function Choice({
  measures,
  onClose,
}: {
  readonly measures: readonly Measure[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['measures', 'common']);
  const format = useFormat();
  const words = useMeasureWords();
  const steps = useMeasureSteps();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = measures.filter(({ id }) => !left.has(id));
  const nameOf = (id: string) => measures.find((measure) => measure.id === id)?.name ?? words.measureName(id);
  const toggle = (id: string) =>
    setLeft(
      (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
    );
  const { asked } = useMeasureScope();
  const [isAdding, setAdding] = useState(false);
  const add = async () => {
    setAdding(true);
    if (await steps.addProposed(await settled(chosen, asked, t('loading')))) onClose();
    setAdding(false);
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('proposal.text')}</Text>
      <Checkbox
        label={t('proposal.all')}
        checked={left.size === 0}
        indeterminate={left.size > 0 && chosen.length > 0}
        onChange={() => setLeft(new Set(left.size === 0 ? measures.map(({ id }) => id) : []))}
      />
      <ScrollArea.Autosize mah="50vh" type="auto" offsetScrollbars>
        <Stack gap="xs">
          {measures.map((measure) => (
            <Checkbox
              key={measure.id}
              label={measure.name}
              description={describeMeasure(measure, { ...words, measureName: nameOf })}
              checked={!left.has(measure.id)}
              onChange={() => toggle(measure.id)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button disabled={chosen.length === 0 || isAdding} onClick={() => void add()}>
          {t('proposal.add', { count: chosen.length, value: format.number(chosen.length, 0) })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Nobody can say beforehand which side of an attribute is healthy: the data do, where they settle it. */
async function settled(
  measures: readonly Measure[],
  asked: ReturnType<typeof useMeasureScope>['asked'],
  label: string,
): Promise<Measure[]> {
  const found: Measure[] = [];
  for (const measure of measures) {
    const isClaimed = measure.aggregation.type !== 'attribute';
    const preview = isClaimed
      ? null
      : await runTask('measures.preview', { measure, ...asked }, { taskId: newTaskId(), label });
    found.push(settleDirection(measure, preview?.ok === true ? preview.value : null));
  }
  return found;
}
