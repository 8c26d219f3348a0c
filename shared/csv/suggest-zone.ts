const stated = /\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;
const timed = /(?:T|\s)\d{1,2}:\d{2}/i;

export interface ZoneFacts {
  /** Zones that texts state, as `UTC` or `+09:00`, in order of first sight. */
  readonly stated: readonly string[];
  /** Texts with a time of day but no zone. */
  readonly unstated: number;
}

/** What date-times say of their zone. Dates alone and times of midnight without a zone say nothing. */
export function readZones(texts: readonly string[]): ZoneFacts {
  const zones = new Set<string>();
  let unstated = 0;
  for (const text of texts) {
    const trimmed = text.trim();
    const zone = stated.exec(trimmed)?.[1];
    if (zone !== undefined) zones.add(nameOf(zone));
    else if (timed.test(trimmed) && !/[T\s]0?0:00(:00)?(\.0+)?$/i.test(trimmed)) unstated++;
  }
  return { stated: [...zones], unstated };
}

/**
 * The zone in which the calendar day of date-times is proposed: the one that all of them state, so that a day is the
 * day as written; UTC where they state several; none where none is stated.
 */
export function suggestZone(texts: readonly string[]): string | null {
  const zones = readZones(texts).stated;
  if (zones.length === 0) return null;
  return zones.length === 1 ? zones[0]! : 'UTC';
}

function nameOf(zone: string): string {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 'UTC';
  const minutes = match[3] ?? '00';
  return match[2] === '00' && minutes === '00' ? 'UTC' : `${match[1]}${match[2]}:${minutes}`;
}
