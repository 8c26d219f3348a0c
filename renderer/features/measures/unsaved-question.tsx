import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface UnsavedQuestionProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked once before what was typed and not saved goes away. */
export function UnsavedQuestion({ onStay, onLeave }: UnsavedQuestionProps) {
  const { t } = useTranslation(['measures', 'common']);
  return (
    <Modal
      opened
      onClose={onStay}
      size="sm"
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Text size="sm">{t('unsaved.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onLeave}>
          {t('unsaved.leave')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t('unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
