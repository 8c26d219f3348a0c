const msPerDay = 86_400_000;

/** The same day of the month so many months later, or the month's last day: 2024-11-30 + 3 → 2025-02-28. */
export function addMonths(day: number, months: number): number {
  const at = new Date(day * msPerDay);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  const date = Math.min(at.getUTCDate(), lastDay);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, date) / msPerDay;
}
