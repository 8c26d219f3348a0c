import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { type ImportResult, nextFile, type QueuedFile, useImportQueue } from './import-queue.ts';
import { RowCounts } from './row-counts.tsx';

export interface ImportSummaryProps {
  readonly entry: QueuedFile;
  readonly result: ImportResult;
  readonly onLeave: () => void;
}

/** What an import did, to the row, and what comes next. */
export function ImportSummary({ entry, result, onLeave }: ImportSummaryProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { batch, check } = result;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isChanged = batch !== null;
  return (
    <Stack gap="md" data-testid="import-summary" maw={760}>
      <Title order={2} size="h4" ref={heading} tabIndex={-1} className="stop-title">
        {isChanged
          ? t('summary.done', { name: entry.file.name })
          : t('summary.same', { name: entry.file.name })}
      </Title>
      {!isChanged && (
        <Alert color="gray" p="xs" role="status">
          {t('summary.sameText')}
        </Alert>
      )}
      <RowCounts counts={check} />
      {check.newAccounts > 0 && isChanged && (
        <Text size="sm">
          {t('problemsStop.newAccounts', {
            count: check.newAccounts,
            value: format.number(check.newAccounts, 0),
          })}
        </Text>
      )}
      {isChanged && (
        <Text size="sm" c="dimmed">
          {t(check.rowsRejected > 0 ? 'summary.undoRejected' : 'summary.undo')}
        </Text>
      )}
      <NextStep onLeave={onLeave} />
    </Stack>
  );
}

/** The next file that waits; after the last one, the audit of the data. */
export function NextStep({ onLeave }: Pick<ImportSummaryProps, 'onLeave'>) {
  const { t } = useTranslation('data');
  const { files, isOverview, open, showAll } = useImportQueue();
  const next = nextFile(files);
  if (next !== undefined) {
    return (
      <Group>
        <Button onClick={() => open(next.file.token)}>{t('summary.next', { name: next.file.name })}</Button>
      </Group>
    );
  }
  const goOn = () => {
    onLeave();
    navigate('measures');
  };
  return (
    <Group>
      <Button onClick={onLeave}>{t('summary.audit')}</Button>
      <Button variant="default" onClick={goOn}>
        {t('summary.measures')}
      </Button>
      {files.length > 1 && !isOverview && (
        <Button variant="subtle" onClick={showAll}>
          {t('allSummary.open')}
        </Button>
      )}
    </Group>
  );
}
