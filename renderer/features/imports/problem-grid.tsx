import { Button, Group, Stack, Text } from '@mantine/core';
import { Download, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { call, saveExport } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { type PagedRows, usePagedRows } from '../../ui/use-paged-rows.ts';
import { buildGridColumns, buildShownRow, type ShownRow } from './build-grid-columns.tsx';
import { problemRowHeight } from './build-problem-columns.tsx';
import { ProblemFilter, type ProblemFilterValue } from './problem-filter.tsx';
import { RowEditor } from './row-editor.tsx';
import type { FilePlan } from './use-queued-file.ts';
import { type GridRow, type RowFixes, useRowFixes } from './use-row-fixes.ts';

export interface ProblemGridProps {
  readonly token: string;
  readonly check: ChannelOutput<'imports.check'>;
  /** Another text after every finished check. */
  readonly checkedKey: string;
  readonly filePlan: FilePlan;
}

/** All problem rows of a file: filtered by reason and state, mended in place, left out, or taken away as a CSV. */
export function ProblemGrid({ token, check, checkedKey, filePlan }: ProblemGridProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { plan } = filePlan;
  const fixes = useRowFixes(filePlan);
  const [filter, setFilter] = useState<ProblemFilterValue>({ reason: null, state: null });
  const [edited, setEdited] = useState<ShownRow | null>(null);
  const opener = useRef<Element | null>(null);
  const edit = (row: ShownRow) => {
    opener.current = document.activeElement;
    setEdited(row);
  };
  const closeEditor = () => {
    setEdited(null);
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
  const rows = useProblemRows({ token, filter, checkedKey, fixes });
  const context = useRef({ plan, fixes, onEdit: edit });
  context.current = { plan, fixes, onEdit: edit };
  const columns = useMemo(() => buildGridColumns({ t, format, context: () => context.current }), [t, format]);
  const press = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    fixes.undo();
  };
  if (rows.shown.error !== null) return <FailedState error={rows.shown.error} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the undo keys of the controls inside
    <div className="problem-grid" onKeyDown={press}>
      <Stack gap="xs">
        <ProblemFilter check={check} reasons={rows.reasons} value={filter} onChange={setFilter} />
        <GridTools token={token} fixes={fixes} />
        <DataTable
          label={t('problemTable.label')}
          columns={columns}
          rows={rows.shown}
          rowId={({ row }) => String(row.line)}
          rowHeight={problemRowHeight}
          height={Math.min(320, 44 + problemRowHeight * Math.max(2, rows.shown.total))}
          openRowId={edited === null ? null : String(edited.row.line)}
          onOpenRow={edit}
        />
        {edited !== null && (
          <RowEditor
            key={edited.row.line}
            shown={edited}
            plan={plan}
            onClose={closeEditor}
            onSave={(cells) => {
              fixes.fix(edited.row, cells);
              closeEditor();
            }}
          />
        )}
      </Stack>
    </div>
  );
}

interface ProblemRows {
  readonly shown: PagedRows<ShownRow>;
  readonly reasons: ChannelOutput<'imports.problems'>['reasons'];
}

/** The rows of the last check page by page, with what has been changed since laid on top. */
function useProblemRows(asked: {
  readonly token: string;
  readonly filter: ProblemFilterValue;
  readonly checkedKey: string;
  readonly fixes: RowFixes;
}): ProblemRows {
  const { token, filter, checkedKey, fixes } = asked;
  const { verdicts, forgetVerdicts } = fixes;
  const [reasons, setReasons] = useState<ProblemRows['reasons']>([]);
  const paged = usePagedRows<GridRow>(async (offset, limit) => {
    const page = await call('imports.problems', { token, ...filter, offset, limit });
    if (page.ok) setReasons(page.value.reasons);
    return page;
  }, `${checkedKey} ${filter.reason} ${filter.state}`);
  const { rowAt } = paged;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows have come, whichever they are
  useEffect(forgetVerdicts, [rowAt, forgetVerdicts]);
  const shown = useMemo(
    () => ({
      ...paged,
      rowAt(index: number) {
        const row = rowAt(index);
        return row === null ? null : buildShownRow(row, verdicts.get(row.line));
      },
    }),
    [paged, rowAt, verdicts],
  );
  return { shown, reasons };
}

function GridTools({ token, fixes }: { readonly token: string; readonly fixes: RowFixes }) {
  const { t, i18n } = useTranslation('data');
  const save = async () => {
    const exported = await call('imports.exportProblems', { token });
    const saved = exported.ok ? await saveExport(exported.value) : exported;
    if (!saved.ok) notifyFailure(i18n, saved.error);
    else if (saved.value.saved) notifyDone(t('problemGrid.exported'));
  };
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed" flex={1} miw={240}>
        {t(fixes.isFull ? 'problemGrid.full' : 'problemGrid.hint')}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!fixes.canUndo}
        leftSection={<Undo2 size={12} aria-hidden />}
        onClick={fixes.undo}
      >
        {t('problemGrid.undo')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<Download size={12} aria-hidden />}
        onClick={() => void save()}
      >
        {t('problemGrid.export')}
      </Button>
    </Group>
  );
}
