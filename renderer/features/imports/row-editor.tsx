import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { ShownRow } from './build-grid-columns.tsx';

export interface RowEditorProps {
  readonly shown: ShownRow;
  readonly plan: ImportPlan;
  readonly onSave: (cells: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Every cell of one row, to be typed over; for rows whose fault is not in a single cell. */
export function RowEditor({ shown, plan, onSave, onClose }: RowEditorProps) {
  const { t } = useTranslation('data');
  const { row } = shown;
  const [cells, setCells] = useState<readonly string[]>(() => padded(shown.cells, plan.columns.length));
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(withoutTail(cells, plan.columns.length));
  };
  const nameOf = (index: number) =>
    plan.columns.find((column) => column.index === index)?.name ??
    t('problemGrid.extra', { value: index - plan.columns.length + 1 });
  return (
    <form
      className="row-editor"
      aria-label={t('problemGrid.editorTitle', { line: row.line })}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Title order={3} size="h6">
        {t('problemGrid.editorTitle', { line: row.line })}
      </Title>
      {row.isCut ? (
        <Text size="sm">{t('problemGrid.tooLong')}</Text>
      ) : (
        <div className="row-editor-cells">
          {cells.map((cell, index) => (
            <TextInput
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place in the row
              key={index}
              size="xs"
              label={nameOf(index)}
              value={cell}
              data-fault={nameOf(index) === shown.column ? 'true' : undefined}
              autoFocus={nameOf(index) === shown.column || (shown.column === '' && index === 0)}
              onChange={(event) => setCells(cells.with(index, event.currentTarget.value))}
            />
          ))}
        </div>
      )}
      <Group gap="xs">
        <Button size="xs" type="submit" disabled={row.isCut}>
          {t('problemGrid.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('problemGrid.cancel')}
        </Button>
      </Group>
    </form>
  );
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}

/** Blank cells behind the last column are none. */
function withoutTail(cells: readonly string[], width: number): string[] {
  let end = cells.length;
  while (end > width && cells[end - 1]!.trim() === '') end -= 1;
  return cells.slice(0, end);
}
