import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';

/** The mappings that this machine keeps for the workspace, each to be forgotten. */
export function RememberedMappings() {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  const mappings = useQuery('imports.mappings', {}, { refreshOn: ['data'] });
  const forget = async (key: string) => {
    const done = await call('imports.forgetMapping', { key });
    if (done.ok) mappings.reload();
    else notifyFailure(i18n, done.error);
  };
  return (
    <div>
      <Title order={3} size="h6">
        {t('memory.title')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('memory.text')}
      </Text>
      <QueryView
        query={mappings}
        empty={(value) => value.items.length === 0 && <Text size="sm">{t('memory.none')}</Text>}
      >
        {({ items }) => (
          <ul className="memory-list">
            {items.map(({ key, fileName, kind, at, columns }) => (
              <li key={key}>
                <Group gap="sm" wrap="nowrap" justify="space-between">
                  <Text size="sm" truncate>
                    {t('memory.entry', {
                      name: fileName,
                      kind: t(`kind.${kind}`),
                      at: format.instant(at),
                      columns: columns.join(', '),
                    })}
                  </Text>
                  <Button
                    size="compact-xs"
                    variant="default"
                    className="keep-width"
                    aria-label={`${t('memory.forget')}: ${fileName}`}
                    onClick={() => void forget(key)}
                  >
                    {t('memory.forget')}
                  </Button>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </div>
  );
}
