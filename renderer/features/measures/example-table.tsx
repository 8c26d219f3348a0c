import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { useRecordNames } from '../../format/use-record-names.ts';

export interface ExampleTableProps extends Pick<MeasureFigures, 'examples'> {
  /** Said below the table where no heading says it. */
  readonly caption?: string;
}

/** Real accounts with their values, and the newest imported rows each value came from. */
export function ExampleTable({ examples, caption }: ExampleTableProps) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <Table aria-label={t('editor.examples')} fz="sm" verticalSpacing={4}>
      {caption !== undefined && <Table.Caption ta="left">{caption}</Table.Caption>}
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('editor.exampleAccount')}</Table.Th>
          <Table.Th className="num">{t('editor.exampleValue')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {examples.map((example) => (
          <Table.Tr key={example.accountId}>
            <Table.Td>
              {example.name || example.accountId}
              <ExampleRows rows={example.rows} />
            </Table.Td>
            <Table.Td className="num measure-example-value">{format.number(example.value, 3)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ExampleRows({ rows }: { readonly rows: MeasureFigures['examples'][number]['rows'] }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { sourceName } = useRecordNames();
  if (rows.length === 0) return null;
  return (
    <ul className="measure-example-rows" aria-label={t('editor.exampleRows')}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one day may be equal
        <li key={i}>
          {[
            row.day === null ? t('editor.exampleUndated') : format.day(row.day),
            sourceName(row.source),
            row.value === null ? row.text || t('editor.exampleBlank') : format.number(row.value, 3),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  );
}
