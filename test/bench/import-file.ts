import { closeSync, openSync, writeSync } from 'node:fs';
import { dayFromYmd, formatDay } from '../../shared/csv/calendar.ts';

const header = [
  'account_id',
  '顧客名',
  '担当部署',
  'plan',
  'date',
  'logins',
  'active_users',
  'minutes',
  'api_calls',
  'cost',
];
const names = ['青空商事', '北斗システム', '山手ホールディングス', '港南製作所', 'みなと物流', '光和工業'];
const teams = ['"営業部, 東日本"', '"営業部, 西日本"', '"カスタマーサクセス部"', '"情報システム部"'];
const plans = ['Starter', 'Business', 'Enterprise'];

/** What a product's daily export looks like: day after day, one row an account, text columns beside the numbers. */
export function writeImportFile(path: string, rows: number, accounts: number): number {
  const file = openSync(path, 'w');
  const firstDay = dayFromYmd(2024, 1, 1);
  let sizeBytes = 0;
  let lines = [header.join(',')];
  const flush = () => {
    sizeBytes += writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  for (let row = 0; row < rows; row++) {
    lines.push(lineOf(row % accounts, firstDay + Math.floor(row / accounts)));
    if (lines.length === 20_000) flush();
  }
  flush();
  closeSync(file);
  return sizeBytes;
}

/** The numbers are a hash of account and day: the same file on every machine. */
function lineOf(account: number, day: number): string {
  const noise = (Math.imul(account + 1, 2654435761) ^ Math.imul(day, 40503)) >>> 0;
  const logins = noise % 40;
  const users = noise % 23;
  const blankMinutes = noise % 50 === 0;
  return [
    `A${String(account).padStart(6, '0')}`,
    `"${names[account % names.length]}${account}"`,
    teams[account % teams.length],
    plans[account % plans.length],
    formatDay(day),
    logins,
    users,
    blankMinutes ? '' : ((noise % 9000) / 10).toFixed(1),
    (noise >>> 7) % 5000,
    ((noise % 100_000) / 100).toFixed(2),
  ].join(',');
}
