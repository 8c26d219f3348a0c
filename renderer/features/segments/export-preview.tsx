import { Alert, Button, Group, List, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { escapeCell } from '../../../shared/csv/escape-cell.ts';
import type { CsvCell } from '../../../shared/csv/write-csv.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Band, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { buildListTable } from '../../../shared/segments/list-table.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildExportSummary, withoutAction } from './build-export-summary.ts';
import type { ListPage, ListQuery } from './use-list.ts';

export interface ExportPreviewProps {
  readonly page: ListPage;
  readonly query: ListQuery;
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly underContract: number;
}

/** The first rows as the file will have them, and which accounts it leaves out. */
export function ExportPreview({ page, query, scorecard, measures, underContract }: ExportPreviewProps) {
  const { t } = useTranslation('lists');
  const language = useAppStore((state) => state.language);
  const versions = useQuery('design.versions', { scorecardId: scorecard.id });
  const { asOf, attributes } = query;
  const designHash = versions.value?.draftHash ?? '';
  const table = buildListTable({
    ...{ rows: page.rows, scorecard, measures, attributes, asOf, designHash, language },
  });
  return (
    <Stack gap="sm">
      <Contents page={page} underContract={underContract} asOf={query.asOf} />
      <NoActions bands={scorecard.bands} />
      <Text size="sm" fw={500}>
        {t('export.preview', { rows: page.rows.length, columns: table.headers.length })}
      </Text>
      <ScrollArea
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('export.title') }}
      >
        <Table fz="xs" withTableBorder withColumnBorders aria-label={t('export.title')}>
          <Table.Thead>
            <PreviewCells cells={table.headers} as={Table.Th} />
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((cells, r) => (
              <PreviewCells key={page.rows[r]?.accountId} cells={cells} as={Table.Td} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Text size="xs" c="dimmed">
        {t('export.format')}
      </Text>
    </Stack>
  );
}

/** Says that the file's column of actions will be empty, and where they are written. */
function NoActions({ bands }: { readonly bands: readonly Band[] }) {
  const { t } = useTranslation('lists');
  const missing = withoutAction(bands);
  if (missing === 0) return null;
  const key = missing === bands.length ? 'export.noActions' : 'export.someActions';
  return (
    <Alert color="orange" p="xs" data-testid="no-actions">
      <Group gap="xs">
        <Text size="sm">△ {t(key, { missing, count: bands.length })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => navigate('scorecard', 'bands')}>
          {t('export.toBands')}
        </Button>
      </Group>
    </Alert>
  );
}

interface ContentsProps {
  readonly page: ListPage;
  readonly underContract: number;
  readonly asOf: number;
}

function Contents({ page, underContract, asOf }: ContentsProps) {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const all = useAppStore((state) => state.summary?.accounts ?? underContract);
  const summary = buildExportSummary(page, underContract, all);
  const count = (accounts: number) => format.count(accounts, 'account');
  return (
    <List size="sm">
      <List.Item>
        {t('export.written', { count: count(summary.written), date: format.dayInSentence(asOf) })}
      </List.Item>
      {summary.notScored > 0 && (
        <List.Item>{t('export.notScored', { count: count(summary.notScored) })}</List.Item>
      )}
      {summary.outsideConditions > 0 && (
        <List.Item>{t('export.outsideConditions', { count: count(summary.outsideConditions) })}</List.Item>
      )}
      {summary.outsideContract > 0 && (
        <List.Item>{t('export.outsideContract', { count: count(summary.outsideContract) })}</List.Item>
      )}
    </List>
  );
}

interface PreviewCellsProps {
  readonly cells: readonly CsvCell[];
  readonly as: typeof Table.Th | typeof Table.Td;
}

function PreviewCells({ cells, as: Cell }: PreviewCellsProps) {
  return (
    <Table.Tr>
      {cells.map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts repeat, columns don't move
        <Cell key={column} style={cellStyle} title={cellText(cell)}>
          {cellText(cell)}
        </Cell>
      ))}
    </Table.Tr>
  );
}

const cellStyle = {
  whiteSpace: 'nowrap',
  maxWidth: 240,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : escapeCell(cell);
}
