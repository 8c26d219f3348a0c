import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from './entry-drafts.ts';

export interface EntryFrameProps {
  readonly title: string;
  readonly fault: DraftFault;
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in place, under the focus as it opens. Escape stays with its fields: what was typed goes only by a button. */
export function EntryFrame({ title, fault, onSave, onClose, children }: EntryFrameProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h6" ref={heading} tabIndex={-1}>
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
