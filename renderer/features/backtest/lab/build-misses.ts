import type { MissCause, MissedChurner, MissFigures } from '../../../../shared/schemas/lab-autopsy.ts';
import { colours } from '../../../ui/colours.ts';

export interface CauseBar {
  readonly cause: MissCause;
  readonly count: number;
  readonly share: number | null;
  /** Length beside the longest bar, 0–1. */
  readonly length: number;
  readonly colour: string;
}

/** One bar per cause from 0, the most frequent as long as the place allows. */
export function buildCauseBars(causes: MissFigures['causes']): CauseBar[] {
  const most = Math.max(1, ...causes.map(({ count }) => count));
  return causes.map(({ cause, count, share }) => ({
    cause,
    count,
    share,
    length: count / most,
    colour: colourOf(cause),
  }));
}

/** The churners of one cause (null = all), the latest outcome first. */
export function churnersOf(churners: readonly MissedChurner[], cause: MissCause | null): MissedChurner[] {
  return churners
    .filter((churner) => cause === null || churner.cause === cause)
    .toSorted((a, b) => b.outcomeDay - a.outcomeDay);
}

/** Of the churners with a decision date, those red on any as-of date of the window up to it, and those red on it. */
export function everRed(churners: readonly MissedChurner[]): {
  readonly ever: number;
  readonly atDecision: number;
} {
  const atDecision = churners.filter(({ cause }) => cause === 'caught').length;
  const before = churners.filter(
    ({ cause, earlierAlarmDay }) => cause !== 'caught' && earlierAlarmDay !== null,
  );
  return { ever: atDecision + before.length, atDecision };
}

/** Which of the three sentences about the blind spot holds. */
export function blindKind({ blindSpot, badBelow }: MissFigures): 'some' | 'none' | 'unknown' {
  if (blindSpot.total === 0 || badBelow.workspace === null) return 'unknown';
  return blindSpot.count > 0 ? 'some' : 'none';
}

function colourOf(cause: MissCause): string {
  switch (cause) {
    case 'caught':
      return colours.healthy;
    case 'noDecisionDate':
    case 'data':
      return colours.neutral;
    case 'tooLate':
    case 'nearMiss':
      return colours.watch;
    case 'outweighed':
    case 'noSign':
      return colours.churned;
  }
}
