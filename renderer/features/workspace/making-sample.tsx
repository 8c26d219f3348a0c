import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { Page } from '../../ui/page.tsx';

/** Home while the sample's files are written into the open workspace: how far it is, and nothing to act on yet. */
export function MakingSample({ name }: { readonly name: string }) {
  const { t } = useTranslation(['home', 'common']);
  const format = useFormat();
  const task = useAppStore((state) =>
    state.tasks.find(({ channel, total }) => channel === 'workspace.openSample' && total > 0),
  );
  const counted = task && { done: format.number(task.done, 0), total: format.number(task.total, 0) };
  return (
    <Page title={name} why={t('making.why')}>
      <Stack gap="xs" maw={480} role="status" data-testid="making-sample">
        <Text size="sm">{t('doors.sample.running')}…</Text>
        <Progress
          value={task === undefined ? 100 : (100 * task.done) / task.total}
          animated={task === undefined}
          aria-label={t('doors.sample.running')}
        />
        {counted && (
          <Text size="xs" c="dimmed">
            {t('making.files', counted)}
          </Text>
        )}
      </Stack>
    </Page>
  );
}
