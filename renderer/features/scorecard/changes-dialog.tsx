import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Band, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { useReasonWords } from '../../ui/use-reason-words.ts';
import { AccountsDialog } from './accounts-dialog.tsx';
import type { Baseline } from './use-baseline.ts';

type Changes = ChannelOutput<'live.changes'>;
type Move = Changes['rows'][number];

export interface ChangesDialogProps {
  readonly sessionId: string;
  readonly baseline: Baseline;
  readonly card: Scorecard;
  readonly nameOf: (measureId: string) => string;
  readonly onClose: () => void;
}

/** Who is in another band than before, from which score to which, and what did it. */
export function ChangesDialog({ sessionId, baseline, card, nameOf, onClose }: ChangesDialogProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const query = useQuery('live.changes', { sessionId, before: baseline.card, after: card });
  const reasonOf = useReasonWords(card, nameOf);
  return (
    <AccountsDialog<Move, Changes>
      title={t('panels.changes.title')}
      query={query}
      onClose={onClose}
      describe={({ asOf, accounts, total }) =>
        total === 0
          ? t('panels.changes.none')
          : t('panels.changes.text', {
              asOf: format.asOf(asOf),
              accounts: format.count(accounts, 'account'),
              total: format.number(total, 0),
              since: baseline.since,
            })
      }
      columns={[
        {
          header: t('panels.changes.before'),
          cell: ({ from }, { bandsBefore }) => <ScoreAndBand place={from} bands={bandsBefore} />,
        },
        {
          header: t('panels.changes.after'),
          cell: ({ to, from }) => (
            <>
              <ScoreAndBand place={to} bands={card.bands} /> <Direction from={from} to={to} />
            </>
          ),
        },
        { header: t('panels.changes.why'), cell: ({ reason }) => reasonOf(reason) },
      ]}
    />
  );
}

function ScoreAndBand({ place, bands }: { readonly place: Move['from']; readonly bands: readonly Band[] }) {
  const format = useFormat();
  return (
    <span className="score-and-band">
      <span className="num">{format.score(place.score)}</span>
      <BandBadge band={bands.find(({ id }) => id === place.bandId) ?? null} />
    </span>
  );
}

function Direction({ from, to }: Pick<Move, 'from' | 'to'>) {
  const { t } = useTranslation('scorecard');
  if (from.score === null || to.score === null || from.score === to.score) return null;
  const isBetter = to.score > from.score;
  return (
    <span
      className={isBetter ? 'delta-better' : 'delta-worse'}
      role="img"
      aria-label={t(isBetter ? 'panels.changes.better' : 'panels.changes.worse')}
    >
      {isBetter ? '▲' : '▼'}
    </span>
  );
}
