import type { Measure } from '../../../shared/schemas/measure.ts';
import { hashDesign } from '../design/design-service.ts';
import type { ScorecardVersion } from '../store/version-table.ts';

/**
 * The measures a version was made of: its own, or, of one saved before they were kept, the live ones as long as they
 * give the same design. Null where they have changed since.
 */
export function measuresOfVersion(
  version: ScorecardVersion,
  live: readonly Measure[],
): readonly Measure[] | null {
  if (version.measures !== null) return version.measures;
  return hashDesign(version.body, live) === version.designHash ? live : null;
}
