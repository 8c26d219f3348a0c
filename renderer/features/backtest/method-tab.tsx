import { Group, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Explained, type Term } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { buildMethodRows, countLeftOut, definitions, type LeftOut, leftOut } from './build-method.ts';
import { DrillNumber } from './drill-number.tsx';
import { useRun } from './run-context.ts';

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
          {definitions.map((key) => (
            <List.Item key={key}>{t(`method.${key}`)}</List.Item>
          ))}
        </List>
      </div>
    </SimpleGrid>
  );
}

function RunSettings() {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const rows = buildMethodRows(useRun().output, { t, format });
  return <Pairs title={t('method.figures')} rows={rows} />;
}

function RowsLeftOut() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { snapshots } = useRun().output.figures;
  const row = (which: LeftOut): PairRow => {
    const count = countLeftOut(snapshots, which);
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
  return <Pairs title={t('method.left')} help={t('method.leftHelp')} rows={leftOut.map(row)} />;
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
