/** Anything JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `value` absent = the key is removed. An empty path replaces the whole document. */
export interface JsonEdit {
  readonly path: readonly (string | number)[];
  readonly value?: Json;
}

/**
 * The edits that turn `before` into `after`: per object key, per element of arrays of equal length, else whole.
 * A dragged cut-off is one number, so a thousand steps of history stay small.
 */
export function diffJson(before: Json, after: Json, path: JsonEdit['path'] = []): JsonEdit[] {
  if (before === after) return [];
  if (isArray(before) && isArray(after) && before.length === after.length) {
    return before.flatMap((item, i) => diffJson(item, after[i] as Json, [...path, i]));
  }
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, value: after }];
  }
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const kept = Object.entries(after).flatMap(([key, value]) =>
    Object.hasOwn(before, key)
      ? diffJson(before[key] as Json, value, [...path, key])
      : [{ path: [...path, key], value }],
  );
  return [...removed.map((key) => ({ path: [...path, key] })), ...kept];
}

export function applyEdits(document: Json, edits: readonly JsonEdit[]): Json {
  return edits.reduce((current, edit) => applyEdit(current, edit.path, edit), document);
}

function applyEdit(document: Json, path: JsonEdit['path'], edit: JsonEdit): Json {
  const [head, ...rest] = path;
  if (head === undefined) return edit.value ?? null;
  if (isArray(document)) {
    return document.map((item, i) => (i === head ? applyEdit(item, rest, edit) : item));
  }
  if (!isObject(document)) throw new Error('a design patch does not fit its document');
  const key = String(head);
  // Entries, not assignment: a key named __proto__ stays a plain key.
  const others = Object.entries(document);
  if (rest.length === 0 && edit.value === undefined) {
    return Object.fromEntries(others.filter(([name]) => name !== key));
  }
  if (!Object.hasOwn(document, key)) return Object.fromEntries([...others, [key, edit.value ?? null]]);
  return Object.fromEntries(
    others.map(([name, value]) => [name, name === key ? applyEdit(value, rest, edit) : value]),
  );
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
