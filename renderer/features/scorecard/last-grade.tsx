import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { aimOutcome } from '../../../shared/backtest/aim-outcome.ts';
import { navigate } from '../../client/navigate.ts';
import { useAim } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';

export interface LastGradeProps {
  readonly scorecardId: string;
  readonly canGrade: boolean;
  readonly onGrade: () => void;
}

/** The newest graded result of this scorecard, grey, and the button that opens the test window again. */
export const LastGrade = memo(function LastGrade({ scorecardId, canGrade, onGrade }: LastGradeProps) {
  const { t } = useTranslation('scorecard');
  const runs = useQuery('backtests.list', { scorecardId }, { refreshOn: ['design', 'data'] });
  const versions = useQuery('design.versions', { scorecardId }, { refreshOn: ['design'] });
  const newest = newestOf(runs.value?.items ?? []);
  return (
    <section className="last-grade" aria-label={t('graded.title')}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div>
          <Group gap={6} wrap="nowrap">
            <Title order={2} size="h6">
              {t('graded.title')}
            </Title>
            <HelpTip text={t('graded.gradeHelp')} />
          </Group>
          {newest === null && (
            <Text size="xs" c="dimmed">
              {t('graded.none')}
            </Text>
          )}
        </div>
        <Button size="sm" className="no-shrink" disabled={!canGrade} onClick={onGrade}>
          {t('graded.grade')}
        </Button>
      </Group>
      {newest !== null && (
        <GradedRun runId={newest.id} isSameDesign={newest.designHash === versions.value?.draftHash} />
      )}
    </section>
  );
});

function GradedRun({ runId, isSameDesign }: { readonly runId: string; readonly isSameDesign: boolean }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const aim = useAim();
  const query = useQuery('backtests.get', { runId });
  if (query.value === undefined) return null;
  const { figures, opened } = query.value;
  // This screen's words are about the aim: a run for another outcome must not borrow them.
  const isAboutAim = (figures.settings.outcome ?? 'churn') === aimOutcome(aim);
  const auc = (figures.test ?? figures.design)?.auc ?? null;
  return (
    <Stack gap={2} mt={4}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('graded.auc', {
            value: format.auc(auc?.value ?? null),
            interval: format.interval(auc?.low ?? null, auc?.high ?? null),
          })}
        </Text>
        <IntervalBar
          estimate={auc}
          min={0.4}
          max={1}
          reference={0.5}
          width={96}
          colour="var(--mantine-color-dimmed)"
        />
        <button type="button" className="plain-link nowrap" onClick={() => navigate('backtest', runId)}>
          {t('graded.open')}
        </button>
      </Group>
      <Text size="xs" c="dimmed">
        {[
          isAboutAim
            ? t('graded.churners', { value: format.number(figures.verdict.churners, 0) })
            : t('graded.otherOutcome'),
          t('graded.opened', { count: opened, value: format.number(opened, 0) }),
          t(isSameDesign ? 'graded.sameDesign' : 'graded.otherDesign'),
        ].join(' · ')}
      </Text>
    </Stack>
  );
}

function newestOf<T extends { readonly ranAt: string }>(runs: readonly T[]): T | null {
  return runs.reduce<T | null>((best, run) => (best === null || run.ranAt > best.ranAt ? run : best), null);
}
