import { type ClipboardEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { buildListTable, type ListRow } from '../../../shared/segments/list-table.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { buildListTsv } from './build-list-tsv.ts';
import { copyText } from './copy-text.ts';
import { type ListQuery, loadRows } from './use-list.ts';

export interface CopyListInput {
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly query: ListQuery;
  readonly selected: readonly ListRow[];
}

const mostCopied = 10_000;

/** Copies the selected rows, or the whole list where none is selected, as tab-separated text. */
export function useCopyList({ scorecard, measures, query, selected }: CopyListInput) {
  const { t, i18n } = useTranslation('lists');
  const format = useFormat();
  const language = useAppStore((state) => state.language);
  const toTsv = useCallback(
    (rows: readonly ListRow[]) => {
      const { asOf, attributes } = query;
      return buildListTsv(
        buildListTable({ rows, scorecard, measures, attributes, asOf, designHash: '', language }),
      );
    },
    [query, scorecard, measures, language],
  );
  const copy = async () => {
    const loaded = selected.length > 0 ? null : await loadRows(query, mostCopied);
    if (loaded !== null && !loaded.ok) return notifyFailure(i18n, loaded.error);
    const rows = loaded === null ? selected : loaded.value.rows;
    if (!(await copyText(toTsv(rows)))) return notifyDone(t('copy.refused'));
    const isCut = loaded !== null && loaded.value.total > rows.length;
    const count = format.count(rows.length, 'account');
    notifyDone(t(isCut ? 'copy.cut' : 'copy.done', { count }));
  };
  /** Ctrl/⌘+C inside the table: the selected rows, unless text is marked. */
  const onCopy = (event: ClipboardEvent) => {
    const marked = window.getSelection();
    if (selected.length === 0 || (marked !== null && !marked.isCollapsed)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(selected));
    notifyDone(t('copy.done', { count: format.count(selected.length, 'account') }));
  };
  return { copy, onCopy };
}
