import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { readWorkspace } from '../../client/read-workspace.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { CompareSaved } from './compare-saved.tsx';

/** The open file is not what was last saved on this machine: keep it, compare, or go back. */
export function DiffersBanner() {
  const { t, i18n } = useTranslation('workspace');
  const [isComparing, setComparing] = useState(false);
  const keep = async () => {
    const result = await call('workspace.keepThis', {});
    setComparing(false);
    if (!result.ok) return notifyFailure(i18n, result.error);
    await readWorkspace();
    notifyDone(t('differs.kept'));
  };
  return (
    <Alert color="orange" variant="light" title={t('differs.title')} role="alert" radius={0}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('differs.text')}</Text>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => setComparing(true)}>
            {t('differs.compare')}
          </Button>
          <Button size="xs" onClick={() => void keep()}>
            {t('differs.keep')}
          </Button>
        </Group>
      </Group>
      {isComparing && <CompareSaved onKeep={() => void keep()} onClose={() => setComparing(false)} />}
    </Alert>
  );
}
