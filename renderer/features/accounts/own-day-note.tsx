import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { useAsOf } from '../../client/use-design.ts';
import { useFormat } from '../../format/use-format.ts';

/** Says that the account is shown as of a day of its own (that of a back-test's row), and leads to the window's. */
export function OwnDayNote({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const day = useAppStore((state) => state.route.day);
  const windowDay = useAsOf();
  if (day === undefined || windowDay === null || day === windowDay) return null;
  const days = { day: format.dayInSentence(day), windowDay: format.dayInSentence(windowDay) };
  return (
    <Alert variant="light" color="blue" p="xs" data-testid="own-day">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('ownDay.text', days)}</Text>
        <Button size="compact-sm" variant="default" onClick={() => navigate('accounts', accountId)}>
          {t('ownDay.action', days)}
        </Button>
      </Group>
    </Alert>
  );
}
