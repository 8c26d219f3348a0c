import type { MissingPolicy, Scorecard } from '../../../shared/schemas/scorecard.ts';
import { editMeasure, findMeasure, type ScorecardEdit } from './edit-scorecard.ts';

export const policyTypes = ['exclude', 'neutral', 'worst', 'ownBin'] as const;

/** The policy of a kind: the one in use where it is of that kind, 50 points of its own otherwise. */
export function policyOf(type: MissingPolicy['type'], inUse: MissingPolicy): MissingPolicy {
  if (inUse.type === type) return inUse;
  return type === 'ownBin' ? { type, points: 50 } : { type };
}

/**
 * The scorecard with each missing policy of one measure, the one in use first.
 * @param lift brings an edit of the measure's groups to the whole scorecard (see `inVariant`)
 */
export function policyDesigns(
  whole: Scorecard,
  view: Scorecard,
  measureId: string,
  lift: (edit: ScorecardEdit) => ScorecardEdit,
): { readonly policy: MissingPolicy; readonly scorecard: Scorecard }[] {
  const inUse = findMeasure(view, measureId)?.missing;
  if (inUse === undefined) return [];
  const types = [inUse.type, ...policyTypes.filter((type) => type !== inUse.type)];
  return types.map((type) => {
    const policy = policyOf(type, inUse);
    return { policy, scorecard: lift(editMeasure(measureId, { missing: policy }))(whole) };
  });
}
