import iconv from 'iconv-lite';

/** A file as a client might send it: its name, its bytes, and the kind it should be taken for. */
export interface MixedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly kind: string;
}

const accounts = Array.from({ length: 40 }, (_, i) => `C${String(i + 1).padStart(3, '0')}`);
const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}-01`);
const pad = (value: number) => String(value).padStart(2, '0');

/** One row an account and month. */
function monthly(header: string, row: (id: string, month: string, at: number) => string): string[] {
  return [header, ...accounts.flatMap((id, i) => months.map((month, m) => row(id, month, i * 12 + m)))];
}

/** One row for every second account. */
function each(header: string, row: (id: string, at: number) => string): string[] {
  return [header, ...accounts.filter((_, i) => i % 2 === 0).map(row)];
}

function file(
  name: string,
  kind: string,
  rows: readonly string[],
  { encoding = 'utf8', lineEnd = '\n', addBOM = false } = {},
): MixedFile {
  return { name, kind, bytes: iconv.encode(rows.join(lineEnd) + lineEnd, encoding, { addBOM }) };
}

/** Rows of the file that is stopped half-way. */
const largeRows = 250_000;

/**
 * Twelve files of one client in six encodings and five delimiters. `usage.csv` has two rows to mend (lines 5 and 9),
 * `large.csv` dates that read two ways, `churn.csv` an end that is asked for.
 */
export function mixedFiles(): readonly MixedFile[] {
  const usage = monthly('account_id,month,logins', (id, month, at) => `${id},${month},${at % 30}`);
  usage[4] = 'C001,2024-13-01,3';
  usage[8] = 'C001,2024-08-01,many';
  return [
    file(
      'accounts.csv',
      '顧客',
      [
        'account_id,account_name,start_date,plan',
        ...accounts.map((id, i) => `${id},Company ${i},2023-0${(i % 9) + 1}-01,pro`),
      ],
      { lineEnd: '\r\n', addBOM: true },
    ),
    file(
      '契約一覧.csv',
      '顧客',
      [
        '顧客ID;契約開始日;業種;月額',
        ...accounts.map((id, i) => `${id};2023年${(i % 9) + 1}月1日;${i % 2 ? '製造' : '卸売㈱'};${i * 100}`),
      ],
      { encoding: 'cp932', lineEnd: '\r\n' },
    ),
    file('usage.csv', '時系列 (横持ち)', usage),
    file(
      'api.txt',
      '時系列 (横持ち)',
      monthly(
        'account_id\tmonth\tapi_calls\tseats',
        (id, month, at) => `${id}\t${month.replaceAll('-', '/')}\t${at}\t5`,
      ),
      {
        encoding: 'utf-16le',
        addBOM: true,
      },
    ),
    file(
      'spend.csv',
      '時系列 (横持ち)',
      monthly('account_id;month;spend', (id, month, at) => `${id};${month};${at},50`),
    ),
    file(
      'long.csv',
      '時系列 (縦持ち)',
      monthly('account_id|month|metric|value', (id, month, at) => `${id}|${month}|reports|${at % 7}`),
    ),
    file(
      'support_tickets.csv',
      '記録',
      each(
        'account_id,opened_date,closed_date,category',
        (id, i) => `${id},2024-03-${pad(i + 1)},2024-04-${pad(i + 1)},"billing, other"`,
      ),
    ),
    file(
      '商談.csv',
      '記録',
      each('顧客ID,日付,種別,内容', (id, i) => `${id},2024/5/${i + 1},訪問,説明会`),
      { encoding: 'euc-jp' },
    ),
    file(
      'churn.csv',
      '結果 (解約など)',
      each('account_id,churn_date,outcome,reason', (id, i) => `${id},2024-09-${pad(i + 1)},churn,price`),
    ),
    file(
      'nps.csv',
      'アンケート (NPS)',
      each(
        'account_id,response_date,nps_score,comment',
        (id, i) => `${id},2024-06-${pad(i + 1)},${i % 11},ok`,
      ),
    ),
    file(
      'ヒアリング.csv',
      'ヒアリング記録',
      each('顧客ID,実施日,話題,評価,内容', (id, i) => `${id},2024-07-${pad(i + 1)},予算,${(i % 5) + 1},順調`),
      {
        encoding: 'cp932',
      },
    ),
    file('large.csv', '時系列 (横持ち)', [
      'account_id,date,clicks',
      ...Array.from(
        { length: largeRows },
        (_, i) =>
          `C${String((i % 40) + 1).padStart(3, '0')},${pad(((i >> 6) % 12) + 1)}/${pad((i % 12) + 1)}/${2000 + (i >> 12)},${i % 97}`,
      ),
    ]),
  ];
}
