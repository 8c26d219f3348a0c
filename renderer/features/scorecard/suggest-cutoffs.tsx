import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CutoffAdvice } from '../../../shared/schemas/suggestions.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { useShownAtOnce } from '../../ui/use-shown-at-once.ts';
import { rememberLearnt } from './build-weights.ts';
import { editMeasure } from './edit-scorecard.ts';
import type { ScorecardParts } from './scorecard-parts.ts';
import { useTrialEnd } from './use-trial-end.ts';

export interface SuggestCutoffsProps {
  readonly parts: ScorecardParts;
  readonly measureId: string;
  readonly name: string;
}

/** Asks for cut-offs learnt on the design window, tries them on the picture above, and takes them only when told. */
export function SuggestCutoffs({ parts, measureId, name }: SuggestCutoffsProps) {
  const { t, i18n } = useTranslation('scorecard');
  const task = useTask('suggestions.cutoffs', t('suggest.running'), { stopOnLeave: true });
  const [advice, setAdvice] = useState<CutoffAdvice | null>(null);
  const { suggestion, whole, lift, scope } = parts;
  const target = `suggested cut-offs ${scope ?? ''} ${measureId}`;
  const isTried = suggestion.active?.step.target === target;
  const tryOut = (found: Extract<CutoffAdvice, { type: 'suggested' }>) => {
    const { cutoffs, points, numbers } = found;
    const remember = rememberLearnt({ what: measureId, numbers });
    const set = editMeasure(measureId, { scale: { type: 'bins', cutoffs, points } });
    const edit = (card: typeof whole) => remember(lift(set)(card));
    const label = t('suggest.title', { name });
    suggestion.preview({ label, step: { target, name: 'takeCutoffs', parameters: { name }, edit } });
  };
  const ask = async () => {
    suggestion.dismiss();
    const result = await task.run({ scorecard: whole, measureId, variantId: scope });
    if (!result.ok) return notifyFailure(i18n, result.error);
    setAdvice(result.value);
    if (result.value.type === 'suggested') tryOut(result.value);
  };
  // Taken or not, beside the live figures: what is said of it goes with it.
  useTrialEnd(isTried, () => setAdvice(null));
  return (
    <Stack gap="xs" className="suggest-cutoffs">
      <Group>
        <Button size="xs" variant="default" loading={task.isRunning} onClick={() => void ask()}>
          {t('suggest.button')}
        </Button>
      </Group>
      {advice !== null && (
        <AdviceBox name={name}>
          <Stack gap="xs">
            <AdviceView advice={advice} />
            {advice.type !== 'suggested' && (
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => setAdvice(null)}>
                  {t('panels.suggestion.dismiss')}
                </Button>
              </Group>
            )}
          </Stack>
        </AdviceBox>
      )}
    </Stack>
  );
}

/** In a box of its own, so that it is scrolled into view when it comes. */
function AdviceBox({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('scorecard');
  const shown = useShownAtOnce<HTMLDivElement>();
  return (
    <Paper ref={shown} withBorder p="xs" component="section" aria-label={t('suggest.title', { name })}>
      {children}
    </Paper>
  );
}

function AdviceView({ advice }: { readonly advice: CutoffAdvice }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const churners = format.count(advice.churners, 'churner');
  if (advice.type === 'notSupported') return <Text size="sm">{t('suggest.notSupported')}</Text>;
  if (advice.type === 'gated') return <Text size="sm">{t(`suggest.${advice.reason}`, { churners })}</Text>;
  const { cutoffs, points, bins } = advice;
  // One axis for all bins, with room for the longest whisker.
  const end = Math.max(...bins.map(({ rateHigh }) => rateHigh));
  const number = (value: number | undefined) => format.number(value ?? null, 4);
  const range = (bin: number): string => {
    if (bin === 0) return t('suggest.below', { value: number(cutoffs[0]) });
    if (bin === cutoffs.length) return t('suggest.atLeast', { value: number(cutoffs[bin - 1]) });
    return t('suggest.between', { low: number(cutoffs[bin - 1]), high: number(cutoffs[bin]) });
  };
  return (
    <>
      <Text size="xs">{t('suggest.evidence', { churners })}</Text>
      <Table verticalSpacing={3} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {(['range', 'points', 'rows', 'rate'] as const).map((head) => (
              <Table.Th key={head} className={head === 'range' ? 'nowrap' : 'nowrap num'}>
                {t(`suggest.${head}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bins.map((bin, b) => (
            <Table.Tr key={range(b)}>
              <Table.Td>{range(b)}</Table.Td>
              <Table.Td className="num">{format.number(points[b] ?? null, 0)}</Table.Td>
              <Table.Td className="num">
                {format.number(bin.rows, 0)}
                <Text size="xs" c="dimmed" className="nowrap">
                  {format.count(bin.churners, 'churner')}
                </Text>
              </Table.Td>
              <Table.Td className="num">
                <span className="suggest-rate">
                  <IntervalBar
                    estimate={{ value: bin.rate, low: bin.rateLow, high: bin.rateHigh }}
                    max={end}
                    width={64}
                    format={(value) => format.percent(value)}
                  />
                  <b>{format.percent(bin.rate)}</b>
                </span>
                <Text size="xs" c="dimmed" className="nowrap">
                  {format.percentInterval(bin.rateLow, bin.rateHigh)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
