import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import type { Recent } from './newest-recent.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/** The workspace that was open last, one button away. */
export function GoOn({ recent }: { readonly recent: Recent }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { open, isBusy } = useOpenWorkspace();
  const facts = [
    ...(recent.accounts === null ? [] : [format.count(recent.accounts, 'account')]),
    t('goOn.opened', { when: format.instant(recent.lastOpenedAt) }),
  ];
  return (
    <Card withBorder padding="md" component="section" aria-label={t('goOn.title')}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {t('goOn.title')}: {recent.name}
          </Title>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </div>
        <Button
          flex="none"
          loading={isBusy}
          onClick={() => void open(call('workspace.open', { token: recent.token }))}
        >
          {t('goOn.button')}
        </Button>
      </Group>
    </Card>
  );
}
