import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { AccountsDialog } from './accounts-dialog.tsx';

type Conflicts = ChannelOutput<'live.conflicts'>;

export interface ConflictsDialogProps {
  readonly sessionId: string;
  readonly card: Scorecard;
  readonly onClose: () => void;
}

/** Every account of today that two or more variants fit, with the one that holds first. */
export function ConflictsDialog({ sessionId, card, onClose }: ConflictsDialogProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const query = useQuery('live.conflicts', { sessionId, scorecard: card });
  const nameOf = (id: string) => card.variants?.find((variant) => variant.id === id)?.name ?? id;
  return (
    <AccountsDialog<Conflicts['rows'][number], Conflicts>
      title={t('panels.conflicts.title')}
      query={query}
      onClose={onClose}
      describe={({ asOf, total }) =>
        t('panels.conflicts.text', { asOf: format.asOf(asOf), accounts: format.count(total, 'account') })
      }
      columns={[
        {
          header: t('panels.conflicts.variants'),
          cell: ({ variantIds }) => variantIds.map(nameOf).join(' > '),
        },
      ]}
    />
  );
}
