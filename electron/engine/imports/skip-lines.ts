/**
 * A filter over successive pieces of text that drops the first `lines` physical lines (LF, CR LF or CR).
 * A CR LF cut between two pieces counts once.
 */
export function createLineSkipper(lines: number): (text: string) => string {
  let left = lines;
  let afterReturn = false;

  return (text) => {
    let at = 0;
    if (afterReturn && text.startsWith('\n')) at = 1;
    if (text !== '') afterReturn = false;
    while (left > 0 && at < text.length) {
      const character = text[at];
      at++;
      if (character !== '\n' && character !== '\r') continue;
      left--;
      if (character !== '\r') continue;
      if (at === text.length) afterReturn = true;
      else if (text[at] === '\n') at++;
    }
    return at === 0 ? text : text.slice(at);
  };
}
