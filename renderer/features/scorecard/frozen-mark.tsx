import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';

/** One line where a version of the scorecard is frozen: editing goes on, grading stays with that version. */
export function FrozenMark({ scorecardId }: { readonly scorecardId: string }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const query = useQuery('lifecycle.freezes', {}, { refreshOn: ['design'] });
  const freeze = query.value?.items.find((item) => item.isActive && item.scorecardId === scorecardId);
  if (freeze === undefined) return null;
  return (
    <Text size="sm" c="dimmed" data-testid="frozen-mark">
      {t('mark', { version: freeze.version, until: format.dayInSentence(freeze.until) })}
    </Text>
  );
}
