const signatures = [
  [0x50, 0x4b, 0x03, 0x04], // zip: xlsx, ods
  [0x50, 0x4b, 0x05, 0x06], // zip, empty
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
  [0x50, 0x41, 0x52, 0x31], // Parquet
  [0x00, 0x00, 0xfe, 0xff], // UTF-32, big-endian
  [0xff, 0xfe, 0x00, 0x00], // UTF-32, little-endian
] as const;

/** A page or document under the name of a table: what many "Excel" exports of web tools are. */
const markup = /^\s*(?:<!doctype|<html|<\?xml|<table|\{\\rtf)/i;

/**
 * Whether a file is no table of text: a known signature, markup, NUL in a quarter of it, or more than one control
 * character in twenty of `text`, its decoded start. U+0001 and U+001F are delimiters of some exports.
 */
export function isBinary(head: Uint8Array, text: string): boolean {
  if (signatures.some((signature) => signature.every((byte, i) => head[i] === byte))) return true;
  if (markup.test(text)) return true;
  const [nuls, controls] = countControls(text);
  return nuls * 4 > text.length || (controls > 20 && controls > text.length / 20);
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
