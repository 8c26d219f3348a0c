import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { inImportOrder } from './find-doubts.ts';
import { useImportQueue } from './import-queue.ts';

export interface LeaveQuestionProps {
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

/** Before files that wait are given up with what was decided about them. */
export function LeaveQuestion({ onClose, onLeave }: LeaveQuestionProps) {
  const { t } = useTranslation(['data', 'common']);
  useReturnFocus();
  const names = useImportQueue(({ files }) =>
    inImportOrder(files)
      .filter(({ result }) => result === null)
      .map(({ file }) => file.name)
      .join('\n'),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('queue.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack>
        <Text size="sm">{t('queue.leaveText')}</Text>
        <ul className="leave-list">
          {names.split('\n').map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('queue.stay')}
          </Button>
          <Button color="red" onClick={onLeave}>
            {t('queue.leaveSure')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
