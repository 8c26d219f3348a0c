import { compareCodePoints } from '../backtest/order-accounts.ts';

/** A seal as it is stored. */
export interface StoredSeal {
  readonly id: string;
  readonly scorecardId: string;
  /** The text of `sealBodySchema`, as stored. */
  readonly body: string;
  readonly rows: readonly SealedScore[];
}

export interface SealedScore {
  readonly accountId: string;
  /** 0–1,000; null = not scored. */
  readonly tenths: number | null;
  readonly bandId: string | null;
}

/**
 * The canonical text of a seal, over which its fingerprint is taken: one JSON value a line, the head first, then the
 * accounts by id (code points), so neither the order of rows nor the file's layout matters. Two seals have one text only
 * if every stored value is the same: a line is JSON, in which no two values look alike.
 */
export function sealText({ id, scorecardId, body, rows }: StoredSeal): string {
  const ordered = [...rows].sort((a, b) => compareCodePoints(a.accountId, b.accountId));
  const lines = [
    JSON.stringify(['myaku seal', 1, id, scorecardId, body]),
    ...ordered.map(({ accountId, tenths, bandId }) => JSON.stringify([accountId, tenths, bandId])),
  ];
  return `${lines.join('\n')}\n`;
}
