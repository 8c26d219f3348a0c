import { Alert, List, NumberInput, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrossSectionFigures } from '../../../../shared/schemas/cross-section.ts';
import type { Scorecard } from '../../../../shared/schemas/scorecard.ts';
import { useTaskQuery } from '../../../client/use-task-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { TaskQueryView } from '../lab/task-query-view.tsx';
import { CrossSectionCategories, CrossSectionNumbers } from './cross-section-columns.tsx';
import { CrossSectionScore } from './cross-section-score.tsx';

/** A snapshot with a churn flag and no dates: what it can say, and what it is not asked. */
export function CrossSectionView({ scorecard }: { readonly scorecard: Scorecard }) {
  const { t } = useTranslation('backtest');
  const [seed, setSeed] = useState(1);
  const label = t('checks.snapshot.running');
  const query = useTaskQuery('backtests.crossSection', { scorecardId: scorecard.id, seed }, { label });
  return (
    <Page title={t('title')} why={t('why')}>
      <Alert
        variant="light"
        color="orange"
        icon={<TriangleAlert aria-hidden size={18} />}
        title={t('checks.snapshot.title')}
        data-testid="cross-section-warning"
      >
        {t('checks.snapshot.warning')} {t('checks.snapshot.what')}
      </Alert>
      <TaskQueryView query={query} label={label}>
        {(figures) => (
          <Stack gap="lg">
            <Counts figures={figures} />
            {figures.reason === null && (
              <>
                <CrossSectionScore figures={figures} scorecard={scorecard} seed={seed} />
                <NumberInput
                  label={t('checks.snapshot.seed')}
                  maw={180}
                  min={0}
                  max={0xffffffff}
                  allowDecimal={false}
                  clampBehavior="strict"
                  value={seed}
                  onChange={(value) => typeof value === 'number' && setSeed(value)}
                />
                <CrossSectionNumbers figures={figures} />
                <CrossSectionCategories figures={figures} />
              </>
            )}
            <Refused figures={figures} />
          </Stack>
        )}
      </TaskQueryView>
    </Page>
  );
}

function Counts({ figures }: { readonly figures: CrossSectionFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { rate, low, high } = figures.rate;
  const percent = (value: number) => format.percent(value);
  return (
    <div>
      <span className="backtest-figure">
        <Text span fw={600} fz={18}>
          {t('checks.snapshot.n', {
            churned: format.number(figures.churned, 0),
            accounts: format.number(figures.accounts, 0),
            rate: format.percent(rate),
          })}
        </Text>
        <IntervalBar estimate={rate === null ? null : { value: rate, low, high }} format={percent} />
        <Text span size="xs" c="dimmed">
          {format.percentInterval(low, high)}
        </Text>
      </span>
      {figures.unknown > 0 && (
        <Text size="xs">{t('checks.snapshot.unknown', { value: format.number(figures.unknown, 0) })}</Text>
      )}
      {(figures.reason === 'noRows' || figures.reason === 'oneClass') && (
        <Text>{t(`checks.snapshot.reasons.${figures.reason}`)}</Text>
      )}
    </div>
  );
}

function Refused({ figures }: { readonly figures: CrossSectionFigures }) {
  const { t } = useTranslation('backtest');
  return (
    <div data-testid="refused">
      <Text fw={600}>{t('checks.snapshot.refused')}</Text>
      <List size="sm">
        {figures.refused.map((key) => (
          <List.Item key={key}>{t(`checks.snapshot.refusedWhy.${key}`)}</List.Item>
        ))}
      </List>
    </div>
  );
}
