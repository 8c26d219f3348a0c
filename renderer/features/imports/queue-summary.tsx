import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { addCounts } from './add-counts.ts';
import { inImportOrder } from './find-doubts.ts';
import { type QueuedFile, useImportQueue } from './import-queue.ts';
import { NextStep } from './import-summary.tsx';
import { RowCounts } from './row-counts.tsx';

/** What importing all files did: rows of each and of all together, what still waits and why, and what comes next. */
export function QueueSummary({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const files = useImportQueue((queue) => queue.files);
  const ordered = useMemo(() => waitingFirst(inImportOrder(files)), [files]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const results = files.flatMap(({ result }) => (result === null ? [] : [result]));
  const waiting = files.length - results.length;
  const counts = addCounts(results.map(({ check }) => check));
  const rejected = results.some(({ check }) => check.rowsRejected > 0);
  return (
    <Stack gap="md" data-testid="queue-summary" className="queue-summary">
      <Title order={2} size="h4" ref={heading} tabIndex={-1} className="stop-title">
        {t('allSummary.title', {
          done: format.number(results.length, 0),
          all: format.count(files.length, 'file'),
        })}
      </Title>
      <RowCounts counts={counts} />
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table fz="sm" verticalSpacing={6} aria-label={t('queue.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('history.file')}</Table.Th>
              <Table.Th>{t('history.kind')}</Table.Th>
              <Table.Th className="num">{t('history.rowsRead')}</Table.Th>
              <Table.Th className="num">{t('history.rowsKept')}</Table.Th>
              <Table.Th className="num">{t('history.rowsRejected')}</Table.Th>
              <Table.Th>{t('history.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((entry) => (
              <FileLine key={entry.file.token} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {waiting > 0 && <Text size="sm">{t('allSummary.waiting', { count: waiting, value: waiting })}</Text>}
      {results.some(({ batch }) => batch !== null) && (
        <Text size="sm" c="dimmed">
          {t(rejected ? 'summary.undoRejected' : 'summary.undo')}
        </Text>
      )}
      <NextStep onLeave={onLeave} />
    </Stack>
  );
}

/** What is left to decide before what is done. */
function waitingFirst(files: readonly QueuedFile[]): QueuedFile[] {
  return [...files].sort((a, b) => Number(a.result !== null) - Number(b.result !== null));
}

function FileLine({ entry }: { readonly entry: QueuedFile }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const open = useImportQueue((queue) => queue.open);
  const { file, result, doubt } = entry;
  const kind = result?.batch?.kind ?? entry.draft?.plan.kind ?? entry.kind ?? entry.guess;
  const amount = (value: number | undefined) => (value === undefined ? '–' : format.number(value, 0));
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" type="button" size="sm" onClick={() => open(file.token)}>
          {file.name}
        </Anchor>
      </Table.Td>
      <Table.Td>{kind === null ? '–' : t(`kind.${kind}`)}</Table.Td>
      <Table.Td className="num">{amount(result?.check.rowsRead)}</Table.Td>
      <Table.Td className="num">{amount(result?.check.rowsKept)}</Table.Td>
      <Table.Td className="num">{amount(result?.check.rowsRejected)}</Table.Td>
      <Table.Td>
        {result !== null ? (
          <Text size="xs">{t(result.batch === null ? 'queue.unchanged' : 'allSummary.done')}</Text>
        ) : (
          <Text size="xs">{doubt === null ? t('queue.waiting') : `△ ${t(`doubt.${doubt}`)}`}</Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
