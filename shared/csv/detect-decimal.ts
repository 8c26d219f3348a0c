import { toHalfWidth } from './half-width.ts';

/**
 * Which decimal mark a file's numbers use, from sample texts of any columns; '.' where nothing tells.
 * A comma before one or two last digits, or behind a point, speaks for ','; a point likewise for '.'.
 * A mark before exactly three digits (1,234) tells nothing.
 */
export function detectDecimal(samples: Iterable<string>): '.' | ',' {
  return tellDecimal(samples) ?? '.';
}

/** As `detectDecimal`; null where nothing tells, or as much speaks for the one as for the other. */
export function tellDecimal(samples: Iterable<string>): '.' | ',' | null {
  let [points, commas] = [0, 0];
  for (const sample of samples) {
    const text = toHalfWidth(sample).trim();
    if (!/^[(+\-−▲△]?[¥￥$€£]?\s?\d[\d.,\s']*[%€円)]?$/.test(text)) continue;
    if (/\d,\d{3}\.\d|^\D*\d+\.(\d{1,2}|\d{4,})\D*$/.test(text)) points++;
    else if (/\d\.\d{3},\d|^\D*\d+,(\d{1,2}|\d{4,})\D*$/.test(text)) commas++;
  }
  if (commas === points) return null;
  return commas > points ? ',' : '.';
}
