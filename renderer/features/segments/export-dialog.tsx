import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call, saveExport } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { safeFileName } from '../../format/file-name.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { ExportPreview } from './export-preview.tsx';
import type { ListQuery } from './use-list.ts';

export interface ExportDialogProps {
  readonly query: ListQuery;
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  /** Accounts under contract on the date. */
  readonly underContract: number;
  /** Proposed file name, without the ending. */
  readonly name: string;
  readonly onClose: () => void;
}

const previewRows = 5;

/** Shows what the file will hold, and what not, before it is written. */
export function ExportDialog(props: ExportDialogProps) {
  const { query, scorecard, measures, underContract, onClose } = props;
  const { t, i18n } = useTranslation(['lists', 'common']);
  useReturnFocus();
  const format = useFormat();
  const language = useAppStore((state) => state.language);
  const [name, setName] = useState(props.name);
  const [isBusy, setIsBusy] = useState(false);
  const preview = useQuery('lists.page', { ...query, offset: 0, limit: previewRows });
  const isEmpty = preview.status === 'ready' && preview.value.total === 0;
  const write = async () => {
    setIsBusy(true);
    const file = await call('lists.exportCsv', { ...query, language, name: safeFileName(name, props.name) });
    const saved = file.ok ? await saveExport(file.value) : file;
    setIsBusy(false);
    if (!saved.ok) return notifyFailure(i18n, saved.error);
    if (!file.ok || !saved.value.saved) return;
    void call('lists.exportSaved', {});
    notifyDone(t('export.done', { count: format.count(file.value.rows, 'account'), name: file.value.name }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="90%"
      title={t('export.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="md">
        <QueryView query={preview}>
          {(page) => (
            <ExportPreview
              page={page}
              query={query}
              scorecard={scorecard}
              measures={measures}
              underContract={underContract}
            />
          )}
        </QueryView>
        <Group justify="space-between" align="flex-end">
          <TextInput
            label={t('export.name')}
            value={name}
            maxLength={80}
            w={320}
            onChange={(event) => setName(event.currentTarget.value)}
            rightSectionWidth={44}
            rightSection=".csv"
          />
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button
              loading={isBusy}
              disabled={preview.status !== 'ready' || isEmpty}
              onClick={() => void write()}
            >
              {t('export.write')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
