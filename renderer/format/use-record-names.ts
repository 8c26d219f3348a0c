import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultSources, fixedColumns, type RecordKind } from '../../shared/schemas/record-kinds.ts';
import { useAppStore } from '../client/app-store.ts';
import type { MeasureWords } from './describe-measure.ts';

type RecordNames = Pick<MeasureWords, 'sourceName' | 'columnName'>;

/** What sources of records and their columns are called: the app's own names in words, a file's names as they are. */
export function useRecordNames(): RecordNames {
  const { t } = useTranslation('measures');
  const namesIn = useRecordNamesIn();
  return useMemo(() => namesIn(t), [namesIn, t]);
}

/** The same in another language than the window's. */
export function useRecordNamesIn(): (t: TFunction<'measures'>) => RecordNames {
  const sources = useAppStore((state) => state.summary?.recordSources);
  return useMemo(() => {
    const kindOf = (source: string): RecordKind =>
      sources?.find(({ name }) => name === source)?.kind ?? 'record';
    return (t) => ({
      sourceName: (source) => (isOwnSource(source) ? t(`records.source.${source}`) : source),
      columnName: (source, column) =>
        isOwnColumn(kindOf(source), column) ? t(`records.column.${column}`) : column,
    });
  }, [sources]);
}

type OwnSource = (typeof defaultSources)[keyof typeof defaultSources];
type OwnColumn = (typeof fixedColumns)[RecordKind][number];

function isOwnSource(source: string): source is OwnSource {
  return Object.values<string>(defaultSources).includes(source);
}

function isOwnColumn(kind: RecordKind, column: string): column is OwnColumn {
  return (fixedColumns[kind] as readonly string[]).includes(column);
}
