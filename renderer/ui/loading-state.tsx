import { Group, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const quietMs = 300;

/** Nothing for 300 ms, then words beside the spinner. `text` says what is being waited for. */
export function LoadingState({ text }: { readonly text?: string }) {
  const { t } = useTranslation('common');
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return <div aria-busy="true" />;
  return (
    <Group gap="xs" p="md" role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{text ?? t('state.loading')}</Text>
    </Group>
  );
}
