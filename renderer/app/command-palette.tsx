import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { useCommandStore } from '../client/commands.ts';

/** Every action that can run now. Its shortcut is with the others in use-shortcuts.ts. */
export function CommandPalette() {
  const { t } = useTranslation('commands');
  const commands = useCommandStore((state) => state.commands);
  return (
    <Spotlight
      shortcut={null}
      nothingFound={t('palette.nothingFound')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      scrollable
      maxHeight={420}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.label') }}
      actions={commands
        .filter((command) => !command.isHidden)
        .map((command) => ({
          id: command.id,
          label: command.label,
          onClick: command.run,
          ...(command.description === undefined ? {} : { description: command.description }),
          ...(command.keywords === undefined ? {} : { keywords: [...command.keywords] }),
        }))}
    />
  );
}
