import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

interface ShortcutListState {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

export const useShortcutList = create<ShortcutListState>()((set) => ({
  isOpen: false,
  setOpen: (isOpen) => set({ isOpen }),
}));

const rows = [
  ['Ctrl / ⌘ K', 'palette'],
  ['Ctrl / ⌘ Z', 'undo'],
  ['Shift Ctrl / ⌘ Z', 'redo'],
  ['Ctrl / ⌘ S', 'save'],
  ['Alt 1 … 8', 'pages'],
  ['F6 / Shift F6', 'panes'],
  ['Enter / →', 'card'],
  ['↑ ↓ Enter', 'rows'],
  ['← → Enter', 'points'],
  ['?', 'list'],
  ['Esc', 'close'],
] as const;

export function ShortcutList() {
  const { t } = useTranslation(['commands', 'common']);
  const { isOpen, setOpen } = useShortcutList();
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={t('shortcutList.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('shortcutList.key')}</Table.Th>
            <Table.Th>{t('shortcutList.action')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([keys, action]) => (
            <Table.Tr key={action}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{t(`shortcutList.${action}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
