import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { emptyScorecard } from './new-scorecard.ts';
import { useCardSteps } from './use-card-steps.ts';

/** Make, duplicate, rename or delete a scorecard; undo brings a deleted one back. */
export const CardMenu = memo(function CardMenu({ card }: { readonly card: Scorecard }) {
  const { t } = useTranslation('scorecard');
  const steps = useCardSteps();
  const language = useAppStore((state) => state.language);
  const count = useDesign()?.scorecards.length ?? 0;
  const [isRenaming, setRenaming] = useState(false);
  const setChoosingTemplate = useAppStore((state) => state.setChoosingTemplate);
  const create = () => {
    const name = t('defaultName', { n: count + 1 });
    void steps.create(emptyScorecard({ id: crypto.randomUUID(), name, language }));
  };
  const duplicate = () => {
    const name = t('menu.copyName', { name: card.name }).slice(0, 120);
    void steps.duplicate({ ...card, id: crypto.randomUUID(), name });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('menu.label')}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={create}>{t('menu.create')}</Menu.Item>
          <Menu.Item onClick={() => setChoosingTemplate(true)}>{t('templates.menu')}</Menu.Item>
          <Menu.Item onClick={duplicate}>{t('menu.duplicate')}</Menu.Item>
          <Menu.Item onClick={() => setRenaming(true)}>{t('menu.rename')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void steps.remove(card)}>{t('menu.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <RenameDialog
          name={card.name}
          onClose={() => setRenaming(false)}
          onRename={(name) => void steps.rename(card, name)}
        />
      )}
    </>
  );
});

interface RenameDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onRename: (name: string) => void;
}

function RenameDialog({ name, onClose, onRename }: RenameDialogProps) {
  const { t } = useTranslation(['scorecard', 'common']);
  useReturnFocus();
  const [typed, setTyped] = useState(name);
  const isGood = typed.trim() !== '';
  const rename = () => {
    if (!isGood) return;
    if (typed.trim() !== name) onRename(typed.trim());
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('menu.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <Stack>
          <TextInput
            label={t('menu.name')}
            value={typed}
            maxLength={120}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={!isGood}>
              {t('common:action.apply')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
