/** An element with its attributes and children; texts are decoded. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MarkupElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const tag = /^<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;

/**
 * Reads a document that is HTML and XML at once: every element closed, every attribute quoted, no sign of markup left bare.
 * Throws at the first place that is not.
 */
export function parseMarkup(text: string): MarkupElement {
  const body = text.replace(/^<!DOCTYPE html>\s*/, '').trimEnd();
  type Open = { name: string; attributes: Record<string, string>; children: (MarkupElement | string)[] };
  const root: Open = { name: '#root', attributes: {}, children: [] };
  const open: Open[] = [root];
  for (let at = 0; at < body.length; ) {
    const top = open.at(-1)!;
    if (body[at] !== '<') {
      const end = body.indexOf('<', at) === -1 ? body.length : body.indexOf('<', at);
      const found = body.slice(at, end);
      top.children.push(top.name === 'style' ? found : decode(found));
      at = end;
      continue;
    }
    const [whole = '', closes, name = '', attributes = '', isEmpty] =
      tag.exec(body.slice(at, at + 4000)) ?? [];
    if (whole === '') throw new Error(`no tag at ${body.slice(at, at + 80)}`);
    at += whole.length;
    if (closes === '/') {
      if (top.name !== name) throw new Error(`${name} closes ${top.name} before ${body.slice(at, at + 80)}`);
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [] };
    top.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} stays open`);
  const [document] = root.children;
  if (document === undefined || typeof document === 'string') throw new Error('no element');
  return document;
}

/** All elements in reading order. */
export function elementsOf(element: MarkupElement): MarkupElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
  ];
}

/** What is read: the text of an element and of all inside it. */
export function textOf(element: MarkupElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );
}

function decode(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (_, found: string) => {
    const sign = entities[found.replace(/;$/, '')];
    if (!found.endsWith(';') || sign === undefined) throw new Error(`no entity: &${found}`);
    return sign;
  });
}
