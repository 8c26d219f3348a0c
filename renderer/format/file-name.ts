/** A file name without what Windows, macOS or Linux refuse; never empty. */
export function safeFileName(name: string, otherwise: string): string {
  const safe = [...name]
    .map((sign) => (sign < ' ' || '\\/:*?"<>|'.includes(sign) ? '-' : sign))
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 80);
  return safe === '' ? otherwise : safe;
}
