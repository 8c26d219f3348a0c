import type { Learnt, Scorecard } from '../schemas/scorecard.ts';

/** Free numbers of the suggestions a scorecard has taken, without the one that would be replaced (`except`: 'weights' or
 * a measure's id). Numbers learnt for a measure that has left the scorecard are no longer in use. */
export function numbersUsed(
  scorecard: Pick<Scorecard, 'learnt' | 'groups' | 'variants'>,
  except: string,
): number {
  const { learnt = [], groups, variants = [] } = scorecard;
  const all = [...groups, ...variants.flatMap((variant) => variant.groups)];
  const present = new Set(all.flatMap((group) => group.measures.map(({ measureId }) => measureId)));
  return learnt
    .filter(({ what }) => what !== except && (what === 'weights' || present.has(what)))
    .reduce((sum, { numbers }) => sum + numbers, 0);
}

/** The record of accepted suggestions with one more, in the place of what the same thing had learnt before; 0 numbers
 * (equal weights, a scale drawn by hand) take the entry out. */
export function withLearnt(learnt: readonly Learnt[] | undefined, entry: Learnt): Learnt[] {
  const rest = (learnt ?? []).filter(({ what }) => what !== entry.what);
  return entry.numbers === 0 ? rest : [...rest, entry];
}
