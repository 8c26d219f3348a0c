import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, diffJson, type Json } from '../../../electron/engine/workspace/json-patch.ts';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('diffJson', () => {
  it('names only what changed', () => {
    const before = { groups: [{ weight: 60, cutoffs: [1, 2] }], name: 'a' };
    const after = { groups: [{ weight: 55, cutoffs: [1, 2] }], name: 'a' };
    expect(diffJson(before, after)).toEqual([{ path: ['groups', 0, 'weight'], value: 55 }]);
  });

  it('replaces an array whose length changed', () => {
    expect(diffJson({ a: [1, 2] }, { a: [1] })).toEqual([{ path: ['a'], value: [1] }]);
  });

  it('removes and adds keys, whatever they are called', () => {
    const before = JSON.parse('{"__proto__":1,"x":2}') as Json;
    const after = JSON.parse('{"x":2,"constructor":{"__proto__":null}}') as Json;
    expect(JSON.stringify(applyEdits(before, diffJson(before, after)))).toBe(JSON.stringify(after));
  });

  it('leads from any document to any other', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const edits = JSON.parse(JSON.stringify(diffJson(before, after)));
        expect(applyEdits(before, edits)).toEqual(after);
      }),
    );
  });

  it('is empty between equal documents', () => {
    fc.assert(fc.property(json, (document) => diffJson(document, structuredClone(document)).length === 0));
  });
});
