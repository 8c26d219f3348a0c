const maxDepth = 40;

/**
 * True while a message is plain data of at most `limit` characters and values.
 * The walk stops at the limit, so neither a huge nor a circular message costs more than that.
 */
export function isSmallPayload(payload: unknown, limit: number): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: payload, depth: 0 }];
  let size = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    size += typeof value === 'string' ? value.length + 1 : 1;
    if (size > limit || depth > maxDepth) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (!isPlain(value)) return false;
    size += Array.isArray(value) ? value.length : Object.keys(value).join('').length;
    if (size > limit) return false;
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return true;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
