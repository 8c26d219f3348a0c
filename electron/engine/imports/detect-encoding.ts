import { isAscii } from 'node:buffer';
import encodingJapanese from 'encoding-japanese';
import type { Encoding } from '../../../shared/schemas/import-plan.ts';
import { countUndecodable, createDecoding } from './decode-stream.ts';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** False: show it and let the person choose. */
  readonly confident: boolean;
}

/**
 * Guesses the encoding of a file from some of its bytes: byte-order mark (unless plain ASCII follows one of UTF-16), NUL pattern of UTF-16, strict UTF-8, then
 * the Japanese encodings and CP1252 weighed by how ordinary the text they give is. Pure ASCII is UTF-8.
 * `sample` starts the file; where it does not end it, a character cut at its end is no fault.
 */
export function detectEncoding(sample: Uint8Array): EncodingGuess {
  const marked = byteOrderMark(sample);
  if (marked !== null) {
    const isFalse = marked !== 'utf-8' && sample.length > 2 && isPlainText(sample.subarray(2));
    return isFalse ? { encoding: 'utf-8', confident: false } : { encoding: marked, confident: true };
  }
  const wide = utf16ByNuls(sample);
  if (wide !== null) return { encoding: wide, confident: true };
  if (isStrictUtf8(sample)) return { encoding: 'utf-8', confident: true };
  return weighLegacy(sample);
}

function byteOrderMark(sample: Uint8Array): Encoding | null {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** ASCII with a line break or a delimiter and no NUL: bytes that no UTF-16 table gives. */
function isPlainText(bytes: Uint8Array): boolean {
  return (
    isAscii(bytes) && !bytes.includes(0) && [10, 13, 44, 9, 59, 124].some((code) => bytes.includes(code))
  );
}

/** CSV text in UTF-16 has its ASCII (delimiters, digits, line ends) as a NUL beside a byte, always on one side. */
function utf16ByNuls(sample: Uint8Array): Encoding | null {
  const pairs = Math.min(sample.length, 65536) >> 1;
  if (pairs < 2) return null;
  let [evenNuls, oddNuls, breaks] = [0, 0, 0];
  for (let i = 0; i < pairs; i++) {
    const [even, odd] = [sample[2 * i]!, sample[2 * i + 1]!];
    if (even === 0) evenNuls++;
    if (odd === 0) oddNuls++;
    if (even + odd === 10 || even + odd === 13) breaks++;
  }
  const nuls = Math.max(evenNuls, oddNuls);
  const oneSided = Math.min(evenNuls, oddNuls) === 0 && nuls >= 2;
  if (!oneSided || (nuls < pairs * 0.3 && breaks === 0) || nuls < pairs * 0.02) return null;
  return evenNuls === 0 ? 'utf-16le' : 'utf-16be';
}

/** Valid UTF-8 throughout, but for a character that the sample's end cuts off. */
function isStrictUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const legacyEncodings = ['shift_jis', 'euc-jp', 'windows-1252'] as const;
type LegacyEncoding = (typeof legacyEncodings)[number];

/** What encoding-japanese calls them. */
const japaneseNames: Readonly<Record<string, Encoding>> = { SJIS: 'shift_jis', EUCJP: 'euc-jp' };

function weighLegacy(whole: Uint8Array): EncodingGuess {
  const sample = wideLines(whole);
  const votes = japaneseNames[String(encodingJapanese.detect(sample))];
  const scores = legacyEncodings
    .map((encoding) => ({
      encoding,
      score:
        plausibility(sample, encoding) +
        (encoding === votes ? 0.05 : 0) +
        (encoding === 'euc-jp' && isKanaOfEuc(sample) ? 0.6 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = [scores[0]!, scores[1]!];
  const damagedUtf8 = utf8Plausibility(sample);
  if (damagedUtf8 > best.score && damagedUtf8 > 0.9) return { encoding: 'utf-8', confident: false };
  const clear = best.score >= 0.75 && best.score - second.score >= 0.2;
  return { encoding: best.encoding, confident: clear && countWide(sample) >= 6 };
}

/** Half-width kana of EUC-JP, 8E and a byte each: read as CP932 they are kanji that all have the same first byte. */
function isKanaOfEuc(sample: Uint8Array): boolean {
  const kana = new Set<number>();
  let [pairs, wide] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    if (sample[i]! < 128) continue;
    wide++;
    const next = sample[i + 1] ?? 0;
    if (sample[i] !== 0x8e || next < 0xa1 || next > 0xdf) continue;
    pairs++;
    wide++;
    kana.add(next);
    i++;
  }
  return kana.size >= 4 && pairs * 2 >= wide * 0.6;
}

const enoughBytes = 65536;

/** The first 64 KiB of the lines that are not pure ASCII: all the evidence, and little to weigh. */
function wideLines(sample: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = enoughBytes;
  for (let at = 0; at < sample.length && left > 0; at++) {
    if (sample[at]! < 128) continue;
    const start = Math.max(sample.lastIndexOf(10, at) + 1, at - 200);
    const next = sample.indexOf(10, at);
    const end = Math.min(next === -1 ? sample.length : next + 1, start + left);
    parts.push(sample.subarray(start, end));
    left -= end - start;
    at = end - 1;
  }
  return Buffer.concat(parts);
}

function countWide(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 127) count++;
  return count;
}

/** Share of well-formed characters among the non-ASCII ones: a UTF-8 file with a few bad bytes stays UTF-8. */
function utf8Plausibility(sample: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const bad = countUndecodable(text);
  const wide = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return wide < 20 ? 0 : 1 - bad / wide;
}

/** 0–1: how ordinary the non-ASCII part of the sample looks when read in this encoding. */
function plausibility(sample: Uint8Array, encoding: LegacyEncoding): number {
  const text = createDecoding(encoding).decode(sample);
  return encoding === 'windows-1252' ? westernPlausibility(text) : japanesePlausibility(text);
}

const japaneseWeights: readonly (readonly [RegExp, number])[] = [
  [/[\u3041-\u3096\u30a1-\u30fa\u30fc]/g, 1],
  [/[\u3000-\u3002\u300c-\u3011\uff01-\uff5e\uffe5\u30fb]/g, 0.9],
  [/[\u4e00-\u9fff]/g, 0.75],
  [/[\uff61-\uff9f]/g, 0.45],
  [/[\u2010-\u2312\u2460-\u2473\u2500-\u26ff\u2160-\u217f\u3231-\u33ff\uf900-\ufa2d]/g, 0.6],
];

function japanesePlausibility(text: string): number {
  const all = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (all === 0) return 0;
  let sum = 0;
  for (const [pattern, weight] of japaneseWeights) sum += weight * (text.match(pattern)?.length ?? 0);
  const damage = countUndecodable(text) + loneKanji(text);
  return Math.max(0, (sum - 3 * damage) / all);
}

/** A kanji or half-width katakana between Latin letters: "café noir" read as Japanese. */
function loneKanji(text: string): number {
  return text.match(/[A-Za-z][\u3400-\u9fff\uff61-\uff9f](?=[A-Za-z]|[,;\t\r\n"])/g)?.length ?? 0;
}

/** Western text has its accents singly, beside ASCII letters, and signs such as € and – from 0x80–0x9F. */
function westernPlausibility(text: string): number {
  const all = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (all === 0) return 0;
  const letters = text.match(/(?<![^\0-\x7f])[À-ÖØ-öø-ÿŒœŠšŽžŸßªº](?![^\0-\x7f])/g)?.length ?? 0;
  const pairs = text.match(/(?<![^\0-\x7f])[À-ÖØ-öø-ÿŒœ]{2}(?![^\0-\x7f])/g)?.length ?? 0;
  const signs = text.match(/(?<![^\0-\x7f])[€£¥§©®°±²³µ·¼½¾–—‘’“”•…™«»¿¡\u00a0](?![^\0-\x7f])/g)?.length ?? 0;
  const bad = countUndecodable(text);
  return Math.max(0, Math.min(1, (0.85 * letters + 0.8 * pairs + 0.8 * signs - 3 * bad) / all));
}
