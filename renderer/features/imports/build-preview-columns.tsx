import type { TFunction } from 'i18next';
import { unguardCell } from '../../../shared/csv/guard-cell.ts';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { judgeCell } from './build-preview-cells.ts';

export interface PreviewRow {
  readonly id: string;
  readonly cells: readonly string[];
}

/** A column per column of the file, headed by its name and role; a cell that can't be read says so. */
export function buildPreviewColumns(
  plan: ImportPlan,
  t: TFunction<readonly ['data', 'common']>,
): DataColumn<PreviewRow>[] {
  return plan.columns.map((column) => ({
    id: String(column.index),
    header: column.role === 'ignore' ? column.name : `${column.name} · ${t(`role.${column.role}`)}`,
    width: 152,
    cell: ({ cells }) => {
      const written = cells[column.index] ?? '';
      const text = plan.guarded === true ? unguardCell(written) : written;
      const state = judgeCell(text, column, plan);
      if (state === 'used') return text;
      if (state === 'ignored') return <span className="preview-ignored">{text}</span>;
      return (
        <span className="preview-unreadable" title={t('preview.unreadable')}>
          △ {text === '' ? t('preview.blank') : text}
        </span>
      );
    },
  }));
}
