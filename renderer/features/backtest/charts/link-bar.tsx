import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useLink } from '../link-context.ts';

/** What lights up in the charts, in words; how to make something light up while nothing does. */
export function LinkBar() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { mark, linked } = useLink();
  const text = () => {
    if (mark === null) return t('linked.hint');
    if (linked === null) return t('linked.waiting', { title: mark.title });
    return t('linked.shown', {
      title: mark.title,
      accounts: format.count(linked.accounts, 'account'),
      rows: format.count(linked.rows, 'row'),
    });
  };
  return (
    <Text
      size="sm"
      {...(mark === null ? { c: 'dimmed' } : {})}
      className="link-bar"
      data-testid="link-bar"
      aria-live="polite"
    >
      {text()}
    </Text>
  );
}
