import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { ExampleRows } from '../../ui/example-rows.tsx';

export interface ExampleTableProps extends Pick<MeasureFigures, 'examples'> {
  /** Said below the table where no heading says it. */
  readonly caption?: string;
}

/** Real accounts with their values, the arithmetic of each, and the newest imported rows it came from. */
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
              <ExampleRows example={example} />
            </Table.Td>
            <Table.Td className="num measure-example-value">{format.number(example.value, 3)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
