import { ActionIcon, Tooltip } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

/** A small question mark that explains a word on hover, focus and touch. */
export const HelpTip = memo(function HelpTip({ text }: { readonly text: string }) {
  const { t } = useTranslation('common');
  return (
    <Tooltip label={text} multiline maw={320} withArrow events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon variant="default" radius="xl" size="xs" fz={11} fw={600} aria-label={t('action.help')}>
        <span aria-hidden>?</span>
      </ActionIcon>
    </Tooltip>
  );
});
