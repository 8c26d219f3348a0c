import { Card, Kbd, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileKinds } from '../../../shared/schemas/import-plan.ts';

/** Before the first file: how files come in, and which kinds there are. */
export function FirstFiles() {
  const { t } = useTranslation('data');
  const isApple = navigator.platform.startsWith('Mac');
  return (
    <Stack gap="lg">
      <div className="import-invite">
        <FileDown size={28} aria-hidden />
        <Title order={2} size="h4">
          {t('first.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('first.text')} <Kbd size="xs">{isApple ? '⌘V' : 'Ctrl V'}</Kbd>
        </Text>
      </div>
      <div>
        <Title order={2} size="h5" mb="xs">
          {t('first.kinds')}
        </Title>
        <SimpleGrid cols={{ base: 2, lg: 3, xl: 5 }} spacing="sm">
          {fileKinds.map((kind) => (
            <Card key={kind} withBorder padding="sm">
              <Text fw={600} size="sm">
                {t(`kind.${kind}`)}
              </Text>
              <Text size="xs" c="dimmed" mt={4}>
                {t(`kindText.${kind}`)}
              </Text>
            </Card>
          ))}
        </SimpleGrid>
      </div>
    </Stack>
  );
}
