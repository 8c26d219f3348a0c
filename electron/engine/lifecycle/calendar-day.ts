const MS_PER_DAY = 86_400_000;

/** The calendar day of an instant on this computer's clock, since 1970-01-01: the day a person would name. */
export function calendarDay(instantMs: number): number {
  const at = new Date(instantMs);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / MS_PER_DAY;
}
