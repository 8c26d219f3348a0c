/** A time zone, by the minutes it lies east of UTC at an instant (minutes since 1970-01-01T00:00Z). */
export interface Zone {
  readonly name: string;
  readonly offsetAt: (utcMinutes: number) => number;
}

const dayMinutes = 1440;

/**
 * A zone by its name: `UTC`, an offset (`+09:00`) or an IANA name (`Asia/Tokyo`); null for another text.
 * Offsets of IANA names come from Intl's own tables, whatever the machine's zone and language; an offset of seconds
 * (before zones were standard) is cut to the minute. Each is looked up once a day, but on days that change it.
 */
export function findZone(name: string): Zone | null {
  if (/^(UTC|Z)$/i.test(name)) return { name: 'UTC', offsetAt: () => 0 };
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(name);
  if (fixed !== null) {
    const minutes = (Number(fixed[2]) * 60 + Number(fixed[3])) * (fixed[1] === '-' ? -1 : 1);
    return Number(fixed[2]) > 14 || Number(fixed[3]) > 59 ? null : { name, offsetAt: () => minutes };
  }
  const read = offsetReader(name);
  if (read === null) return null;
  const days = new Map<number, number | null>();
  return {
    name,
    offsetAt(utcMinutes) {
      const day = Math.floor(utcMinutes / dayMinutes);
      let offset = days.get(day);
      if (offset === undefined) {
        const [first, last] = [read(day * dayMinutes), read((day + 1) * dayMinutes)];
        offset = first === last ? first : null;
        days.set(day, offset);
      }
      return offset ?? read(utcMinutes);
    },
  };
}

/**
 * The instant (UTC minutes) at which clocks of a zone show a local time (minutes since 1970-01-01 00:00 there).
 * Of an hour shown twice the first is meant; one that clocks skip is read with the offset of before.
 */
export function instantOf(localMinutes: number, zone: Zone): number {
  const before = zone.offsetAt(localMinutes - dayMinutes);
  const after = zone.offsetAt(localMinutes + dayMinutes);
  const first = localMinutes - Math.max(before, after);
  const second = localMinutes - Math.min(before, after);
  if (first + zone.offsetAt(first) === localMinutes) return first;
  return second + zone.offsetAt(second) === localMinutes ? second : localMinutes - before;
}

function offsetReader(timeZone: string): ((utcMinutes: number) => number) | null {
  if (!/^[A-Za-z][\w+\-/]{1,60}$/.test(timeZone)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      timeZoneName: 'longOffset',
      hour: 'numeric',
    });
    return (utcMinutes) => {
      const parts = format.formatToParts(utcMinutes * 60_000);
      const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
      if (match === null) return 0;
      return (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
