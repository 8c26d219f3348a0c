import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import type { CutoffAdvice } from '../../../shared/schemas/suggestions.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface SuggestCutoffsProps {
  readonly parts: ScorecardParts;
  readonly measureId: string;
  readonly name: string;
  readonly onUse: (scale: Scale) => void;
}

/** Asks for cut-offs learnt on the design window and shows their evidence; taken only by pressing "use". */
export function SuggestCutoffs({ parts, measureId, name, onUse }: SuggestCutoffsProps) {
  const { t, i18n } = useTranslation(['scorecard', 'common']);
  const task = useTask('suggestions.cutoffs', t('suggest.running'), { stopOnLeave: true });
  const [advice, setAdvice] = useState<CutoffAdvice | null>(null);
  const ask = async () => {
    const result = await task.run({ scorecard: parts.card, measureId });
    if (result.ok) setAdvice(result.value);
    else notifyFailure(i18n, result.error);
  };
  const close = () => setAdvice(null);
  return (
    <>
      <Button size="xs" variant="default" loading={task.isRunning} onClick={() => void ask()}>
        {t('suggest.button')}
      </Button>
      <Modal
        opened={advice !== null}
        onClose={close}
        title={t('suggest.title', { name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {advice !== null && (
          <AdviceView
            advice={advice}
            onUse={(scale) => {
              onUse(scale);
              close();
            }}
          />
        )}
      </Modal>
    </>
  );
}

interface AdviceProps {
  readonly advice: CutoffAdvice;
  readonly onUse: (scale: Scale) => void;
}

function AdviceView({ advice, onUse }: AdviceProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const churners = format.count(advice.churners, 'churner');
  if (advice.type === 'notSupported') return <Text size="sm">{t('suggest.notSupported')}</Text>;
  if (advice.type === 'gated') return <Text size="sm">{t(`suggest.${advice.reason}`, { churners })}</Text>;
  const { cutoffs, points, bins } = advice;
  const number = (value: number | undefined) => format.number(value ?? null, 4);
  const range = (bin: number): string => {
    if (bin === 0) return t('suggest.below', { value: number(cutoffs[0]) });
    if (bin === cutoffs.length) return t('suggest.atLeast', { value: number(cutoffs[bin - 1]) });
    return t('suggest.between', { low: number(cutoffs[bin - 1]), high: number(cutoffs[bin]) });
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('suggest.evidence', { churners })}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['range', 'points', 'rows', 'rate'] as const).map((head) => (
              <Table.Th key={head}>{t(`suggest.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bins.map((bin, b) => (
            <Table.Tr key={range(b)}>
              <Table.Td>{range(b)}</Table.Td>
              <Table.Td className="num">{format.number(points[b] ?? null, 0)}</Table.Td>
              <Table.Td className="num">{format.number(bin.rows, 0)}</Table.Td>
              <Table.Td className="num">
                {format.percent(bin.rate)} ({format.count(bin.churners, 'churner')})
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end">
        <Button onClick={() => onUse({ type: 'bins', cutoffs, points })}>{t('suggest.use')}</Button>
      </Group>
    </Stack>
  );
}
