import { describe, expect, it } from 'vitest';
import { applyChanges, type DesignDocument } from '../../../renderer/client/apply-changes.ts';
import type { Segment } from '../../../shared/schemas/segment.ts';

const segment = (id: string, name: string): Segment => ({ id, name, conditions: [] });
const design: DesignDocument = {
  revision: 1,
  measures: [],
  scorecards: [],
  segments: [segment('a', 'A'), segment('b', 'B')],
  backtestSettings: null,
  undo: null,
  redo: null,
};
const namesAfter = (...changes: Parameters<typeof applyChanges>[1]) =>
  applyChanges(design, changes).segments.map((item) => item.name);

describe('applyChanges', () => {
  it('replaces a body in its place', () => {
    expect(namesAfter({ kind: 'segment', id: 'a', body: segment('a', 'A2') })).toEqual(['A2', 'B']);
  });

  it('adds an unknown one at the end', () => {
    expect(namesAfter({ kind: 'segment', id: 'c', body: segment('c', 'C') })).toEqual(['A', 'B', 'C']);
  });

  it('removes with null, and leaves the design it was given alone', () => {
    expect(namesAfter({ kind: 'segment', id: 'a', body: null })).toEqual(['B']);
    expect(design.segments).toHaveLength(2);
  });

  it('applies changes in order', () => {
    const changes = [
      { kind: 'segment', id: 'a', body: null },
      { kind: 'segment', id: 'a', body: segment('a', 'again') },
    ] as const;
    expect(namesAfter(...changes)).toEqual(['B', 'again']);
  });
});
