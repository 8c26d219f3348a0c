import { Group, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { pendingOf } from './build-snapshot-columns.tsx';
import { DrillNumber } from './drill-number.tsx';
import { useRun } from './run-context.ts';
import { useSettingTexts } from './use-setting-texts.ts';

/** How this run was counted: settings, rows left out, definitions, seed. */
export function MethodTab() {
  const { t } = useTranslation('backtest');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack gap="md">
        <RunSettings />
        <RowsLeftOut />
      </Stack>
      <div>
        <Title order={3} size="h6" mb={4}>
          {t('method.definitions')}
        </Title>
        <List size="sm" spacing={6}>
          {(['pointInTime', 'label', 'auc', 'roc', 'verdict'] as const).map((key) => (
            <List.Item key={key}>{t(`method.${key}`)}</List.Item>
          ))}
        </List>
      </div>
    </SimpleGrid>
  );
}

function RunSettings() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { figures, run } = useRun().output;
  const texts = useSettingTexts(figures.settings, figures.testFrom);
  const count = (window: SnapshotFigures['window']) =>
    figures.snapshots.filter((snapshot) => snapshot.window === window).length;
  const rows: PairRow[] = [
    ...texts.map(({ name, value }) => ({ name, value })),
    {
      name: t('method.split'),
      value:
        figures.testFrom === null
          ? t('method.splitNone', { all: figures.snapshots.length })
          : t('method.splitText', {
              design: count('design'),
              purge: count('purge'),
              test: count('test'),
              pending: count('pending'),
            }),
    },
    { name: t('method.seed'), value: String(figures.settings.seed) },
    { name: t('method.ranAt'), value: format.instant(Date.parse(run.ranAt)) },
    { name: t('checks.diff.design'), value: run.designHash.slice(0, 16) },
    { name: t('checks.diff.data'), value: run.dataHash.slice(0, 16) },
  ];
  return <Pairs title={t('method.figures')} rows={rows} />;
}

function RowsLeftOut() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { snapshots } = useRun().output.figures;
  const amounts = {
    tooLate: (snapshot: SnapshotFigures) => snapshot.tooLate,
    notice: (snapshot: SnapshotFigures) => snapshot.alreadyGaveNotice,
    pending: pendingOf,
    purge: (snapshot: SnapshotFigures) =>
      snapshot.window === 'purge' ? snapshot.positives + snapshot.kept : 0,
    unscored: (snapshot: SnapshotFigures) => snapshot.unscored,
  };
  const row = (which: keyof typeof amounts): PairRow => {
    const count = snapshots.reduce((total, snapshot) => total + amounts[which](snapshot), 0);
    const name = t(`method.${which}`);
    return {
      name,
      term: which,
      value: (
        <DrillNumber
          count={count}
          value={format.count(count, 'row')}
          what={name}
          cell={{ type: 'leftOut', which }}
          window="all"
        />
      ),
    };
  };
  return (
    <Pairs
      title={t('method.left')}
      help={t('method.leftHelp')}
      rows={(['tooLate', 'notice', 'pending', 'purge', 'unscored'] as const).map(row)}
    />
  );
}

interface PairRow {
  readonly name: string;
  readonly value: ReactNode;
  readonly term?: Term;
}

interface PairsProps {
  readonly title: string;
  readonly help?: string;
  readonly rows: readonly PairRow[];
}

function Pairs({ title, help, rows }: PairsProps) {
  return (
    <div>
      <Group gap={6} mb={4}>
        <Title order={3} size="h6">
          {title}
        </Title>
        {help !== undefined && <HelpTip text={help} />}
      </Group>
      <Table fz={13}>
        <Table.Tbody>
          {rows.map(({ name, value, term }) => (
            <Table.Tr key={name}>
              <Table.Th style={{ width: '45%', fontWeight: 500 }}>
                {term === undefined ? name : <Explained term={term}>{name}</Explained>}
              </Table.Th>
              <Table.Td>
                <Text span inherit>
                  {value}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
