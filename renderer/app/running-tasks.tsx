import { Affix, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RunningTask, useAppStore } from '../client/app-store.ts';
import { cancelTask } from '../client/use-task.ts';
import { ProgressCard } from '../ui/progress-card.tsx';

const quietMs = 300;

/** The one place of all long jobs; jobs under 300 ms never show. */
export function RunningTasks() {
  const { t } = useTranslation('shell');
  const tasks = useAppStore((state) => state.tasks);
  if (tasks.length === 0) return null;
  return (
    <Affix position={{ bottom: 40, right: 16 }} zIndex={300}>
      <Stack gap="xs" w={320} component="section" aria-label={t('tasks.label')}>
        {tasks.map((task) => (
          <LateCard key={task.taskId} task={task} />
        ))}
      </Stack>
    </Affix>
  );
}

function LateCard({ task }: { readonly task: RunningTask }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <ProgressCard task={task} onStop={() => void cancelTask(task.taskId)} /> : null;
}
