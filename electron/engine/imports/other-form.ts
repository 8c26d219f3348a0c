/** What a file that is no table of text seems to be. */
export type OtherForm = 'spreadsheet' | 'pdf' | 'archive' | 'json' | 'markup' | 'other';

const signatures: readonly (readonly [form: OtherForm, ...bytes: readonly number[]])[] = [
  ['archive', 0x50, 0x4b, 0x03, 0x04], // zip; a spreadsheet where it holds one
  ['archive', 0x50, 0x4b, 0x05, 0x06], // zip, empty
  ['spreadsheet', 0xd0, 0xcf, 0x11, 0xe0], // xls
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['archive', 0x1f, 0x8b], // gzip
  ['archive', 0x42, 0x5a, 0x68], // bzip2
  ['archive', 0x28, 0xb5, 0x2f, 0xfd], // zstd
  ['archive', 0x37, 0x7a, 0xbc, 0xaf], // 7z
  ['archive', 0x52, 0x61, 0x72, 0x21], // rar
  ['other', 0x89, 0x50, 0x4e, 0x47], // PNG
  ['other', 0xff, 0xd8, 0xff], // JPEG
  ['other', 0x47, 0x49, 0x46, 0x38], // GIF
  ['other', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
  ['other', 0x50, 0x41, 0x52, 0x31], // Parquet
  ['other', 0x00, 0x00, 0xfe, 0xff], // UTF-32, big-endian
  ['other', 0xff, 0xfe, 0x00, 0x00], // UTF-32, little-endian
];

/** Parts that every xlsx or ods has, as their names stand in the archive. */
const sheetParts = ['xl/', '[Content_Types].xml', 'opendocument.spreadsheet'];
/** A page or document under the name of a table: what many "Excel" exports of web tools are. */
const markup = /^\s*(?:<!doctype|<html|<\?xml|<table|\{\\rtf)/i;
/** The start of a JSON list or object; one in brackets as headers of some databases are is none. */
const json = /^\s*(?:\[\s*(?:\{|\[\s*["\d[])|\{\s*")/;

/**
 * What a file is that is no table of text: by a known signature, by markup or JSON, else 'other' where a quarter of it
 * is NUL or more than one in twenty characters of `text`, its decoded start, are controls. Null = a table of text.
 * U+0001 and U+001F are delimiters of some exports.
 */
export function otherForm(head: Uint8Array, text: string): OtherForm | null {
  const signed = signatures.find(([, ...bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (signed !== undefined) return isZip(head) && holdsSheet(head) ? 'spreadsheet' : signed[0];
  if (markup.test(text)) return 'markup';
  if (json.test(text)) return 'json';
  const [nuls, controls] = countControls(text);
  return nuls * 4 > text.length || (controls > 20 && controls > text.length / 20) ? 'other' : null;
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

function holdsSheet(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return sheetParts.some((part) => bytes.includes(part));
}

function countControls(text: string): readonly [nuls: number, controls: number] {
  let [nuls, controls] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) nuls++;
    if (isControl(code)) controls++;
  }
  return [nuls, controls];
}

function isControl(code: number): boolean {
  if (code >= 32) return code >= 127 && code < 160;
  return !((code >= 9 && code <= 13) || code === 1 || code === 31);
}
