/** 40 accounts on annual plans over 2024: ten churn (half of them not by choice), ten expand; use tells which. */
export function outcomeFiles(): Record<string, string> {
  const ids = Array.from({ length: 40 }, (_, i) => `c${String(i).padStart(2, '0')}`);
  const accounts = ids.map(
    (id, i) =>
      `${id},2023-01-0${(i % 9) + 1},${i % 2 === 0 ? 'Pro' : 'Basic'},annual,2025-0${(i % 9) + 1}-15`,
  );
  const loginsOf = (i: number) => (i < 10 ? 2 : i < 20 ? 90 : 40) + (i % 7);
  const months = Array.from({ length: 12 }, (_, m) => `2024-${String(m + 1).padStart(2, '0')}`);
  const lastDay = (m: number) => new Date(Date.UTC(2024, m + 1, 0)).toISOString().slice(0, 10);
  const usage = ids.flatMap((id, i) =>
    months.flatMap((_, m) => (i < 10 && m > 7 ? [] : [`${id},${lastDay(m)},${loginsOf(i)}`])),
  );
  const outcomes = ids
    .slice(0, 20)
    .map((id, i) =>
      i < 10
        ? `${id},2024-09-${10 + i},churn,${i % 2 === 0 ? 'yes' : 'no'}`
        : `${id},2024-09-${10 + i},expansion,`,
    );
  return {
    'accounts.csv': ['account_id,start_date,plan,contract_term,renewal_date', ...accounts].join('\n'),
    'usage.csv': ['account_id,date,logins', ...usage].join('\n'),
    'outcomes.csv': ['account_id,outcome_date,outcome,voluntary', ...outcomes].join('\n'),
  };
}
