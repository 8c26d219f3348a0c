import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../client/route.ts';
import { useDesign } from '../../client/use-design.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';

/** Says when the day has come to look at a frozen version again. */
export function ReviewDue() {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const design = useDesign();
  const query = useQuery('lifecycle.freezes', {}, { refreshOn: ['design'] });
  const due = query.value?.items.filter(({ reviewDue }) => reviewDue) ?? [];
  if (due.length === 0) return null;
  const nameOf = (id: string) => design?.scorecards.find((card) => card.id === id)?.name ?? '';
  return (
    <Alert color="yellow" title={t('banner.homeTitle')} data-testid="review-due">
      {due.map(({ scorecardId, version, reviewOn }) => (
        <div key={`${scorecardId} ${version} ${reviewOn}`}>
          {nameOf(scorecardId)}: {t('banner.due', { version, day: format.dayInSentence(reviewOn) })}{' '}
          <Anchor size="sm" href={addressOf({ name: 'lifecycle', argument: null })}>
            {t('banner.open')}
          </Anchor>
        </div>
      ))}
    </Alert>
  );
}
