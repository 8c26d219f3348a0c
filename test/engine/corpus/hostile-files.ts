import iconv from 'iconv-lite';
import type { Delimiter, Encoding } from '../../../shared/schemas/import-plan.ts';
import { randomFrom } from './random-from.ts';

/** A generated file and what is known about it before it is written. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Rows that must be kept, cell for cell. */
  readonly kept: readonly (readonly string[])[];
  /** Rows that must be reported. */
  readonly reported: number;
}

const writers = [
  { name: 'UTF-8', encoding: 'utf-8', writer: 'utf8', addBOM: false },
  { name: 'UTF-8 with mark', encoding: 'utf-8', writer: 'utf8', addBOM: true },
  { name: 'CP932', encoding: 'shift_jis', writer: 'cp932', addBOM: false },
  { name: 'EUC-JP', encoding: 'euc-jp', writer: 'eucjp', addBOM: false },
  { name: 'UTF-16LE with mark', encoding: 'utf-16le', writer: 'utf-16le', addBOM: true },
  { name: 'UTF-16BE', encoding: 'utf-16be', writer: 'utf-16be', addBOM: false },
  { name: 'CP1252', encoding: 'windows-1252', writer: 'windows-1252', addBOM: false },
] as const;
const delimiters = [',', '\t', ';', '|'] as const;
const lineEnds = { LF: ['\n'], CRLF: ['\r\n'], CR: ['\r'], mixed: ['\n', '\r\n', '\r'] } as const;
const quotings = ['only where needed', 'all cells', 'with broken rows'] as const;

const japanese = ['株式会社東京システム', '表示、ソフト', 'ﾃｽﾄ', '料金が高い', '能登―半島', 'ソーシャル'];
const western = ['café', 'Müller & Söhne', '€ 5', 'naïve – oui', 'señor', 'Ångström'];
const awkward = [
  '',
  ' ',
  'say "hi"',
  '007',
  '=1+1',
  '-',
  '1,5',
  'a;b',
  'c|d',
  'tab\there',
  "O'Neil",
  '#N/A',
  'NULL',
];
const header = ['account id', '__proto__', 'note', 'value'];

/** One file of each encoding × delimiter × line end × quoting: 336, the same for the same seed. */
export function hostileFiles(seed: number): HostileFile[] {
  const files: HostileFile[] = [];
  for (const writer of writers) {
    for (const delimiter of delimiters) {
      for (const lineEnd of Object.keys(lineEnds) as (keyof typeof lineEnds)[]) {
        for (const quoting of quotings) {
          const name = `${writer.name}, ${JSON.stringify(delimiter)}, ${lineEnd}, ${quoting}`;
          files.push(buildFile({ name, writer, delimiter, lineEnd, quoting, seed: seed + files.length }));
        }
      }
    }
  }
  return files;
}

interface Recipe {
  readonly name: string;
  readonly writer: (typeof writers)[number];
  readonly delimiter: (typeof delimiters)[number];
  readonly lineEnd: keyof typeof lineEnds;
  readonly quoting: (typeof quotings)[number];
  readonly seed: number;
}

function buildFile({ name, writer, delimiter, lineEnd, quoting, seed }: Recipe): HostileFile {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const words = writer.encoding === 'windows-1252' ? western : japanese;
  const breaks = lineEnds[lineEnd];
  const kept: string[][] = [];
  let text = writeRow(header, delimiter, quoting === 'all cells') + pick(breaks);
  let reported = 0;
  for (let i = 0; i < 24; i++) {
    const note = random() < 0.3 ? `${pick(words)}${pick(breaks)}${pick(words)}` : pick(awkward);
    const row = [`A${String(i).padStart(3, '0')}`, pick(words), note, String(Math.floor(random() * 1000))];
    kept.push(row);
    text += writeRow(row, delimiter, quoting === 'all cells') + pick(breaks);
    if (quoting !== 'with broken rows' || random() > 0.25) continue;
    text += pick(brokenRows).replaceAll(',', delimiter) + pick(breaks);
    reported++;
  }
  if (quoting === 'with broken rows') text += `${['Z', '"open', 'x', 'y'].join(delimiter)}`;
  return {
    name,
    bytes: iconv.encode(text, writer.writer, { addBOM: writer.addBOM }),
    encoding: writer.encoding,
    delimiter,
    header,
    kept,
    reported: quoting === 'with broken rows' ? reported + 1 : 0,
  };
}

const brokenRows = ['short', 'a,b', 'a,b,c,d,e', 'a,"b"c,d,1', 'a,"b,c,1', '"a"b', 'a,b,"c"",d'];

function writeRow(cells: readonly string[], delimiter: string, all: boolean): string {
  const mustQuote = (cell: string) => all || cell.includes(delimiter) || /["\r\n]|^\s+"/.test(cell);
  return cells.map((cell) => (mustQuote(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}
