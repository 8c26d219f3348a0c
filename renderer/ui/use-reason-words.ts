import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { useFormat } from '../format/use-format.ts';

type Reason = ChannelOutput<'live.changes'>['rows'][number]['reason'];

/** What moved an account's score, in words; `card` is the design after the change. */
export function useReasonWords(
  card: Pick<Scorecard, 'variants' | 'exceptions'> & Partial<Pick<Scorecard, 'groups'>>,
  nameOf: (measureId: string) => string,
): (reason: Reason) => string {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  return useCallback(
    (reason) => {
      switch (reason.type) {
        case 'bounds':
        case 'coverage':
        case 'weights':
          return t(`panels.changes.reason.${reason.type}`);
        case 'variant': {
          const name = card.variants?.find(({ id }) => id === reason.variantId)?.name;
          return name === undefined
            ? t('panels.changes.reason.everyone')
            : t('panels.changes.reason.variant', { name });
        }
        case 'groupWeight': {
          const groups = [card, ...(card.variants ?? [])].flatMap((part) => part.groups ?? []);
          return t('panels.changes.reason.groupWeight', {
            name: groups.find(({ id }) => id === reason.groupId)?.name ?? '',
          });
        }
        case 'weight':
          return t('panels.changes.reason.weight', { name: nameOf(reason.measureId) });
        case 'exception': {
          const place = card.exceptions?.findIndex(({ id }) => id === reason.exceptionId) ?? -1;
          return reason.holds && place >= 0
            ? t('panels.changes.reason.exceptionHolds', { n: place + 1 })
            : t('panels.changes.reason.exceptionWent');
        }
        case 'measure': {
          const { measureId, change } = reason;
          const sign = change < 0 ? '−' : '+';
          return t('panels.changes.reason.measure', {
            name: nameOf(measureId),
            change: `${sign}${format.number(Math.abs(change), 1)}`,
          });
        }
      }
    },
    [t, format, card, nameOf],
  );
}
