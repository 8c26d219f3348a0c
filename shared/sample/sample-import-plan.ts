import type { ImportPlan } from '../schemas/import-plan.ts';
import { defaultSources, recordKindOf } from '../schemas/record-kinds.ts';
import { sampleLastDay } from './sample-calendar.ts';
import { type SampleColumn, type SampleFileShape, sampleFileShapes } from './sample-columns.ts';
import type { SampleLanguage } from './sample-words.ts';

const dateRoles: readonly string[] = ['date', 'startOn', 'noticeOn', 'endOn', 'outcomeOn', 'closedOn'];

/**
 * The import plan that fits a file of the sample, by its file name; null for a name the sample does not have.
 * Names of metrics, attributes and record columns are the headers; the source of tickets is the name without `.csv`.
 * Months are stored on their last day; outcomes are complete until the last day of the data.
 */
export function sampleImportPlan(name: string, language: SampleLanguage): ImportPlan | null {
  const shapes: SampleFileShape[] = Object.values(sampleFileShapes);
  const shape = shapes.find((candidate) => `${candidate[language]}.csv` === name);
  if (shape === undefined) return null;
  const monthly = shape.grain === 'month';
  return {
    kind: shape.kind,
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
    columns: shape.columns.map((column, index) => planColumn({ column, index, monthly, language })),
    decimal: '.',
    dateMarks: monthly ? 'monthStart' : 'day',
    grain: shape.grain,
    lagDays: 0,
    blankMeansZero: false,
    source: sourceOf(shape, language),
    completeUntil: shape.kind === 'outcomes' ? sampleLastDay : null,
    unknownAccounts: 'stop',
    problemRows: 'stop',
  };
}

function sourceOf(shape: SampleFileShape, language: SampleLanguage): string {
  const kind = recordKindOf(shape.kind);
  if (kind === null) return '';
  return kind === 'record' ? shape[language] : defaultSources[kind];
}

interface PlannedColumn {
  column: SampleColumn;
  index: number;
  monthly: boolean;
  language: SampleLanguage;
}

function planColumn({ column, index, monthly, language }: PlannedColumn): ImportPlan['columns'][number] {
  return {
    index,
    role: column.role,
    name: column[language],
    ...(dateRoles.includes(column.role) ? { dateFormat: monthly ? 'yearMonth' : 'iso' } : {}),
    ...(column.metricKind === undefined ? {} : { metricKind: column.metricKind }),
  };
}
