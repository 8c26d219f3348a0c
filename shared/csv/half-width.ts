/**
 * Full-width ASCII (０–９, Ａ–Ｚ, （）％ and so on), ￥ and ￡ as half-width, and wide or non-breaking spaces as spaces.
 * Nothing else changes: unlike NFKC, ① stays ① and never becomes a 1.
 */
export function toHalfWidth(text: string): string {
  if (!/[^\0-\x7e]/.test(text)) return text;
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('￥', '¥')
    .replaceAll('￡', '£')
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ');
}
