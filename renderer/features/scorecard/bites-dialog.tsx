import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { AccountsDialog } from './accounts-dialog.tsx';

type Bites = ChannelOutput<'live.bites'>;

export interface BitesDialogProps {
  readonly sessionId: string;
  readonly card: Scorecard;
  readonly exceptionId: string;
  readonly number: number;
  readonly onClose: () => void;
}

/** Every account of today whose score one exception changes, from what to what. */
export function BitesDialog({ sessionId, card, exceptionId, number, onClose }: BitesDialogProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const query = useQuery('live.bites', { sessionId, scorecard: card, exceptionId });
  const bandOf = bandOfScores(card.bands);
  const placed = (score: number) => (
    <span className="score-and-band">
      <span className="num">{format.score(score)}</span>
      <BandBadge band={card.bands[bandOf[Math.round(score * 10)]!] ?? null} />
    </span>
  );
  return (
    <AccountsDialog<Bites['rows'][number], Bites>
      title={t('panels.bites.title', { n: number })}
      query={query}
      onClose={onClose}
      describe={({ asOf, total }) =>
        t('panels.bites.text', { asOf: format.asOf(asOf), accounts: format.count(total, 'account') })
      }
      columns={[
        {
          header: t('panels.bites.value'),
          align: 'right',
          cell: ({ value }) => format.number(value, 3),
        },
        { header: t('panels.bites.from'), cell: ({ from }) => placed(from) },
        { header: t('panels.bites.to'), cell: ({ to }) => placed(to) },
      ]}
    />
  );
}
