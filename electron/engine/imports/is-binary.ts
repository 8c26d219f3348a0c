const signatures = [
  [0x50, 0x4b, 0x03, 0x04], // zip: xlsx, ods
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x00, 0x00, 0xfe, 0xff], // UTF-32, big-endian
  [0xff, 0xfe, 0x00, 0x00], // UTF-32, little-endian
] as const;

/** Whether a file is no text: a known signature, or more than one control character in twenty of `text`, its decoded start. */
export function isBinary(head: Uint8Array, text: string): boolean {
  if (signatures.some((signature) => signature.every((byte, i) => head[i] === byte))) return true;
  const controls = text.match(controlCharacters)?.length ?? 0;
  return controls > 20 && controls > text.length / 20;
}

const controlCharacters = /[^\P{Cc}\t\n\v\f\r]/gu;
