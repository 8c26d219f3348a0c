import { describe, expect, it } from 'vitest';
import { detectHeader } from '../../../electron/engine/imports/detect-header.ts';

function detect(text: string) {
  const rows = text.split('\n').map((line) => line.split(','));
  return detectHeader(
    rows,
    Int32Array.from(rows, (_, i) => i + 1),
  );
}

describe('detectHeader', () => {
  it.each([
    ['id,value\n1,10\n2,20', { skipRows: 0, hasHeader: true }],
    ['1,10\n2,20', { skipRows: 0, hasHeader: false }],
    ['a,2024-04-01\nb,2024-04-02', { skipRows: 0, hasHeader: false }],
    ['name,city\nAnn,Rome\nBob,Oslo', { skipRows: 0, hasHeader: true }],
    ['\n\nid,value\n1,10', { skipRows: 2, hasHeader: true }],
    [
      'Usage report\nmade 2024-04-01\n\nid,date,logins\n1,2024-04-01,5\n2,2024-04-01,6',
      { skipRows: 3, hasHeader: true },
    ],
    ['Usage report,,\nid,date,logins\n1,2024-04-01,5\n2,2024-04-01,6', { skipRows: 1, hasHeader: true }],
    ['id,value\n1,10,extra\n2,20,extra\n3,30', { skipRows: 0, hasHeader: true }],
    ['id,value,comment', { skipRows: 0, hasHeader: true }],
    ['1,2,3', { skipRows: 0, hasHeader: false }],
    [',value,\n1,2,3', { skipRows: 0, hasHeader: true }],
    ['Title,,\n1,2,3\n4,5,6', { skipRows: 1, hasHeader: false }],
    ['only\n1\n2', { skipRows: 0, hasHeader: true }],
  ])('%j → %j', (text, expected) => {
    expect(detect(text)).toEqual(expected);
  });
});
