import { ActionIcon, Button, Popover, Progress, Stack, Text } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RunningTask, useAppStore } from '../client/app-store.ts';
import { cancelTask } from '../client/use-task.ts';
import { useFormat } from '../format/use-format.ts';
import { ProgressCard } from '../ui/progress-card.tsx';

const quietMs = 300;

/** The one place of all long jobs: a line in the foot that covers nothing, unfolded on demand. */
export function RunningTasks() {
  const { t } = useTranslation(['shell', 'common']);
  const tasks = useLateTasks();
  const [isOpen, setOpen] = useState(false);
  const newest = tasks.at(-1);
  if (newest === undefined) return null;
  const toggle = t(isOpen ? 'tasks.fold' : 'tasks.unfold');
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" width={340} shadow="md" trapFocus={false}>
      <Popover.Target>
        <section className="foot-tasks" aria-label={t('tasks.label')} data-testid="running-tasks">
          <TaskLine task={newest} others={tasks.length - 1} />
          {tasks.length === 1 && (
            <Button size="compact-xs" variant="subtle" onClick={() => void cancelTask(newest.taskId)}>
              {t('common:action.stop')}
            </Button>
          )}
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={toggle}
            title={toggle}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
          </ActionIcon>
        </section>
      </Popover.Target>
      <Popover.Dropdown p="xs" mah="50vh" style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {tasks.map((task) => (
            <ProgressCard key={task.taskId} task={task} onStop={() => void cancelTask(task.taskId)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function TaskLine({ task, others }: { readonly task: RunningTask; readonly others: number }) {
  const { t } = useTranslation(['shell', 'common']);
  const format = useFormat();
  const counted = { done: format.number(task.done, 0), total: format.number(task.total, 0) };
  const parts = [
    task.label,
    ...(task.total > 0 ? [t('common:progress.counted', counted)] : []),
    ...(others > 0 ? [t('tasks.others', { value: format.number(others, 0) })] : []),
  ];
  return (
    <>
      <Progress
        w={72}
        size="sm"
        value={task.total > 0 ? (100 * task.done) / task.total : 100}
        animated={task.total === 0}
        aria-label={task.label}
      />
      <Text size="xs" truncate>
        {parts.join(' · ')}
      </Text>
    </>
  );
}

/** Jobs that have run for 300 ms; the others never show. */
function useLateTasks(): readonly RunningTask[] {
  const tasks = useAppStore((state) => state.tasks);
  const ids = tasks.map((task) => task.taskId).join(' ');
  const [late, setLate] = useState('');
  useEffect(() => {
    if (ids === '') return setLate('');
    const timer = setTimeout(() => setLate(ids), quietMs);
    return () => clearTimeout(timer);
  }, [ids]);
  return tasks.filter((task) => late.includes(task.taskId));
}
