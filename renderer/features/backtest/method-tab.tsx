import { Group, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SnapshotFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { pendingOf } from './build-snapshot-columns.tsx';
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
        <Advanced />
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
  const rows: [string, string][] = [
    ...texts.map(({ name, value }): [string, string] => [name, value]),
    [
      t('method.split'),
      figures.testFrom === null
        ? t('method.splitNone', { all: figures.snapshots.length })
        : t('method.splitText', {
            design: count('design'),
            purge: count('purge'),
            test: count('test'),
            pending: count('pending'),
          }),
    ],
    [t('method.seed'), String(figures.settings.seed)],
    [t('method.ranAt'), format.instant(Date.parse(run.ranAt))],
  ];
  return <Pairs title={t('method.figures')} rows={rows} />;
}

function RowsLeftOut() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { snapshots } = useRun().output.figures;
  const sum = (amountOf: (snapshot: SnapshotFigures) => number) =>
    format.count(
      snapshots.reduce((total, snapshot) => total + amountOf(snapshot), 0),
      'row',
    );
  return (
    <Pairs
      title={t('method.left')}
      help={t('method.leftHelp')}
      rows={[
        [t('method.tooLate'), sum((snapshot) => snapshot.tooLate)],
        [t('method.notice'), sum((snapshot) => snapshot.alreadyGaveNotice)],
        [t('method.pending'), sum(pendingOf)],
        [
          t('method.purge'),
          sum((snapshot) => (snapshot.window === 'purge' ? snapshot.positives + snapshot.kept : 0)),
        ],
        [t('method.unscored'), sum((snapshot) => snapshot.unscored)],
      ]}
    />
  );
}

function Advanced() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { window } = useRun();
  if (window === null) return null;
  return (
    <details style={{ marginTop: 16, fontSize: 14 }}>
      <summary>{t('method.advanced')}</summary>
      <Pairs
        title=""
        rows={[
          [t('method.allPairsAuc'), format.auc(window.allPairsAuc, 3)],
          [t('method.gini'), format.auc(window.gini, 3)],
        ]}
      />
    </details>
  );
}

interface PairsProps {
  readonly title: string;
  readonly help?: string;
  readonly rows: readonly (readonly [string, string])[];
}

function Pairs({ title, help, rows }: PairsProps) {
  return (
    <div>
      {title !== '' && (
        <Group gap={6} mb={4}>
          <Title order={3} size="h6">
            {title}
          </Title>
          {help !== undefined && <HelpTip text={help} />}
        </Group>
      )}
      <Table fz={13}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th style={{ width: '45%', fontWeight: 500 }}>{name}</Table.Th>
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
