import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/ipc/result.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly canSubmit: boolean;
  /** Does what the dialog is for; it closes when that worked. */
  readonly onSubmit: () => Promise<Result<unknown>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with one thing to do: Enter does it, Escape leaves. */
export function FormDialog(props: FormDialogProps) {
  const { t, i18n } = useTranslation('common');
  useReturnFocus();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!props.canSubmit) return;
    setBusy(true);
    const result = await props.onSubmit();
    setBusy(false);
    if (result.ok) props.onClose();
    else notifyFailure(i18n, result.error);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{props.text}</Text>
          {props.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!props.canSubmit}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
