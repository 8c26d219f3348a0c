import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesignStore } from '../../client/design-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { stepName } from '../../ui/step-name.ts';

const namesShown = 5;

/** Design steps that a restart of the engine lost before they were saved: done again, or left out. */
export function LostStepsBanner() {
  const { t, i18n } = useTranslation('workspace');
  const format = useFormat();
  const lost = useDesignStore((state) => state.lost);
  if (lost.length === 0) return null;
  const names = lost.slice(0, namesShown).map(({ step }) => stepName(i18n, step));
  const { repeatLost, dropLost } = useDesignStore.getState();
  const again = async () => {
    const result = await repeatLost();
    if (result.ok) notifyDone(t('lost.done'));
    else notifyFailure(i18n, result.error);
  };
  return (
    <Alert
      color="orange"
      variant="light"
      role="alert"
      radius={0}
      title={t('lost.title', { count: lost.length, value: format.number(lost.length, 0) })}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{[...names, ...(lost.length > namesShown ? ['…'] : [])].join(' · ')}</Text>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={dropLost}>
            {t('lost.drop')}
          </Button>
          <Button size="xs" onClick={() => void again()}>
            {t('lost.again')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
