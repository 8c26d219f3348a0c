import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from './entry-drafts.ts';

export interface EntryFrameProps {
  readonly title: string;
  readonly fault: DraftFault;
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in place: Enter in a field or the button saves, Escape leaves it. */
export function EntryFrame({ title, fault, onSave, onClose, children }: EntryFrameProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (fault !== null || isBusy) return;
    setBusy(true);
    const done = await onSave();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Card
      component="form"
      withBorder
      padding="md"
      aria-label={title}
      data-testid="entry-form"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h6">
          {title}
        </Title>
        {children}
        <Group gap="xs">
          <Button type="submit" disabled={fault !== null || isBusy}>
            {t('entries.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {fault !== null && (
            <Text size="xs" c="dimmed">
              {t(`entries.fault.${fault}`)}
            </Text>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
