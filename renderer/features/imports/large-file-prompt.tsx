import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { largeFileBytes, useLargeFiles } from './large-files.ts';

/** Files above the limit, each to be taken all the same or left. */
export function LargeFilePrompt() {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { waiting, answer } = useLargeFiles();
  return waiting.map(({ key, name, sizeBytes, accept }) => (
    <Alert key={key} color="orange" role="alert" title={t('largeFile.title', { name })}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t('largeFile.text', { size: format.size(sizeBytes), limit: format.size(largeFileBytes) })}
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              answer(key);
              void accept();
            }}
          >
            {t('largeFile.accept')}
          </Button>
          <Button size="xs" variant="default" onClick={() => answer(key)}>
            {t('largeFile.leave')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  ));
}
