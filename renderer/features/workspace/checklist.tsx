import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../client/route.ts';
import type { ChecklistRow } from './use-checklist.ts';

const marks = { done: '✓', next: '→', waiting: '·' } as const;

export function Checklist({ items }: { readonly items: readonly ChecklistRow[] }) {
  const { t } = useTranslation('home');
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h4">
        {t('checklist.title')}
      </Title>
      <ol className="checklist">
        {items.map((item) => (
          <li key={item.key} data-state={item.state}>
            <Step item={item} />
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function Step({ item }: { readonly item: ChecklistRow }) {
  const { t } = useTranslation('home');
  const title = t(`checklist.${item.key}.title`);
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <span aria-hidden className="checklist-mark">
        {marks[item.state]}
      </span>
      <div>
        <Group gap="xs">
          {item.state === 'waiting' ? (
            <Text size="sm">{title}</Text>
          ) : (
            <Anchor size="sm" fw={600} href={addressOf({ name: item.route, argument: null })}>
              {title}
            </Anchor>
          )}
          <Badge size="sm" variant={item.state === 'next' ? 'filled' : 'default'} tt="none">
            {t(`checklist.${item.state}`)}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {item.text}
        </Text>
      </div>
    </Group>
  );
}
