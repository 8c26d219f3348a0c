/**
 * The names of a file's columns from its header cells: without outer spaces and invisible characters; `#3` where the
 * third has none; a repeated one gets ` (2)`. Each can be told from the others.
 */
export function nameColumns(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((text, index) => {
    const name = freeName(plainHeader(text) || `#${index + 1}`, taken);
    taken.add(name);
    return name;
  });
}

/** Without control, zero-width and text-direction characters, which no person sees; line breaks become spaces. */
function plainHeader(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const short = name.slice(0, 190);
  let free = short;
  for (let copy = 2; taken.has(free); copy++) free = `${short} (${copy})`;
  return free;
}
