import type { Panel } from '../../../shared/backtest/build-panel.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Dataset } from '../../../shared/measures/dataset.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { bandOfScores } from '../../../shared/scoring/find-band.ts';
import { NOT_SCORED } from '../../../shared/scoring/live-scorer.ts';

type Compared = ChannelOutput<'live.compare'>['items'][number];

const EXAMPLES = 5;

/** Bands of one date's accounts under several designs, and who is in another band than under the first. */
export function compareToday(
  scorecards: readonly Scorecard[],
  scores: readonly Int16Array[],
  panel: Panel,
  { accountIds, accountNames }: Pick<Dataset, 'accountIds' | 'accountNames'>,
): Compared[] {
  const bandIds = scorecards.map((scorecard, d) => {
    const bandOf = bandOfScores(scorecard.bands);
    return Array.from(scores[d]!, (score) =>
      score === NOT_SCORED ? '' : scorecard.bands[bandOf[score]!]!.id,
    );
  });
  return scorecards.map((scorecard, d) => {
    const ids = bandIds[d]!;
    const changed = [...ids.keys()].filter((r) => ids[r] !== bandIds[0]![r]);
    const accountsIn = (bandId: string) => ids.filter((id) => id === bandId).length;
    return {
      bands: scorecard.bands.map((band) => ({ bandId: band.id, accounts: accountsIn(band.id) })),
      unscored: accountsIn(''),
      changed: changed.length,
      examples: changed.slice(0, EXAMPLES).map((r) => ({
        accountId: accountIds[panel.account[r]!] ?? '',
        name: accountNames[panel.account[r]!] ?? '',
        from: bandIds[0]![r]!,
        to: ids[r]!,
      })),
    };
  });
}
