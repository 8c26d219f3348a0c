import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { cancelTask } from '../../client/use-task.ts';
import { importAll, type UnknownChoice } from './import-all.ts';
import { useImportQueue } from './import-queue.ts';

/** Imports all waiting files about which nothing is in doubt, in one go that can be stopped. */
export function ImportAllPanel() {
  const { t } = useTranslation('data');
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const waiting = useImportQueue(({ files }) => files.filter(({ result }) => result === null).length);
  const isNoneClear = useImportQueue(({ files }) =>
    files.every(({ result, isClear }) => result !== null || isClear === false),
  );
  const showAll = useImportQueue((queue) => queue.showAll);
  const [unknown, setUnknown] = useState<UnknownChoice>('ask');
  const [isRunning, setRunning] = useState(false);
  const stopped = useRef(false);
  const reasonId = useId();
  const task = useRef('');
  if (waiting < 2 && !isRunning) return null;
  const start = async () => {
    stopped.current = false;
    setRunning(true);
    await importAll({
      unknown,
      label: (name) => t('problemsStop.importing', { name }),
      onTask: (taskId) => {
        task.current = taskId;
      },
      isStopped: () => stopped.current,
    });
    setRunning(false);
    showAll();
  };
  const stop = () => {
    stopped.current = true;
    void cancelTask(task.current);
  };
  return (
    <Stack gap={6} className="import-all">
      <Text size="xs" c="dimmed">
        {t('importAll.text')}
      </Text>
      <NativeSelect
        size="xs"
        label={t('options.unknownAccounts')}
        value={unknown}
        disabled={isRunning}
        onChange={(event) => setUnknown(event.currentTarget.value as UnknownChoice)}
        data={(['ask', 'add', 'skip'] as const).map((value) => ({
          value,
          label: t(`importAll.unknown.${value}`),
        }))}
      />
      {isRunning ? (
        <Button size="xs" variant="default" onClick={stop}>
          {t('importAll.stop')}
        </Button>
      ) : (
        <>
          <Button
            size="xs"
            variant="light"
            disabled={readOnly || isNoneClear}
            aria-describedby={isNoneClear ? reasonId : undefined}
            onClick={() => void start()}
          >
            {t('importAll.start')}
          </Button>
          {isNoneClear && (
            <Text size="xs" id={reasonId}>
              {t('importAll.noneClear')}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}
