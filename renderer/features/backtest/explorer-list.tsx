import { Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DrillTable } from './drill-table.tsx';
import { type DrillCell, useRun } from './run-context.ts';

type Choice =
  | { readonly of: 'churners'; readonly which: 'all' | 'caught' | 'missed' | 'unscored' }
  | { readonly of: 'rows'; readonly which: 'caught' | 'falseAlarm' | 'missed' | 'healthy' };

const churnerChoices = ['all', 'caught', 'missed', 'unscored'] as const;
const rowChoices = ['caught', 'falseAlarm', 'missed', 'healthy'] as const;

/** The accounts on either side of the threshold: churners at their decision date, or rows of one outcome. */
export function ExplorerList({ threshold }: { readonly threshold: number }) {
  const [settled] = useDebouncedValue(threshold / 10, 150);
  return <SettledList settled={settled} />;
}

/** Drawn anew only when the hand has come to rest. */
const SettledList = memo(({ settled }: { readonly settled: number }) => {
  const { t } = useTranslation('backtest');
  const { windowName } = useRun();
  const [choice, setChoice] = useState<Choice>({ of: 'churners', which: 'missed' });
  const cell: DrillCell =
    choice.of === 'churners'
      ? { type: 'churners', threshold: settled, which: choice.which }
      : { type: 'confusion', threshold: settled, cell: choice.which };
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Title order={3} size="h6">
          {t('explorer.list')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('explorer.list')}
          data={[
            { value: 'churners', label: t('explorer.listChurners') },
            { value: 'rows', label: t('explorer.listRows') },
          ]}
          value={choice.of}
          onChange={(of) =>
            setChoice(of === 'rows' ? { of, which: 'falseAlarm' } : { of: 'churners', which: 'missed' })
          }
        />
        {choice.of === 'churners' ? (
          <SegmentedControl
            size="xs"
            aria-label={t('explorer.listChurners')}
            data={churnerChoices.map((value) => ({ value, label: t(`explorer.which.${value}`) }))}
            value={choice.which}
            onChange={(which) => setChoice({ of: 'churners', which })}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={t('explorer.listRows')}
            data={rowChoices.map((value) => ({ value, label: t(`explorer.cell.${value}`) }))}
            value={choice.which}
            onChange={(which) => setChoice({ of: 'rows', which })}
          />
        )}
      </Group>
      <DrillTable drill={{ title: t('explorer.list'), cell, window: windowName }} height={280} />
    </Stack>
  );
});
