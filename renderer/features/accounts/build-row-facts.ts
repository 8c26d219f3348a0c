import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { NO_POINTS } from '../../../shared/scoring/points.ts';
import type { AccountContext } from '../../../shared/scoring/score-account.ts';

export interface RowFacts {
  /** Value by measure; null = missing. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly context: AccountContext | null;
}

/** What the page knows of an account, as the scorecard's own arithmetic takes it. */
export function buildRowFacts(
  {
    contributions,
    adjustment,
    attributes,
  }: Pick<ChannelOutput<'accounts.get'>, 'contributions' | 'adjustment' | 'attributes'>,
  scorecard: Scorecard,
): RowFacts {
  const parts = adjustment?.values ?? contributions;
  const values = new Map(parts.map((part) => [part.measureId, part.value]));
  if (adjustment === undefined) return { values, context: null };
  const { variantId, borrowed, peers, tenureDays } = adjustment;
  const known = (variantId === null ? undefined : scorecard.variants?.find(({ id }) => id === variantId))?.id;
  return {
    values,
    context: {
      peerPoints: (measureId, direction) => {
        const found = peers.find((peer) => peer.measureId === measureId && peer.direction === direction);
        return found === undefined ? NO_POINTS : Math.round(found.points * 100);
      },
      attribute: (name) => attributes.find((attribute) => attribute.name === name)?.value,
      tenureDays,
      churnedOf: (id) => (id === known ? (borrowed?.churned ?? null) : null),
    },
  };
}
