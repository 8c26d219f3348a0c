import { describe, expect, it } from 'vitest';
import { english, japanese } from '../../../renderer/i18n/catalogues.ts';
import { errorCodes } from '../../../shared/ipc/result.ts';

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leavesOf(value, `${path}${key}.`),
  );
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

const ja = new Map(leavesOf(japanese));
const en = new Map(leavesOf(english));

describe('catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    const different = [...ja].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(en.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('have no empty text', () => {
    expect([...ja, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have a one and an other form for every plural', () => {
    const lonely = [...ja.keys()].filter(
      (key) => key.endsWith('_one') && !ja.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });

  it('have a sentence for every error code, and no other', () => {
    expect(Object.keys(japanese.errors).sort()).toEqual([...errorCodes].sort());
  });

  it('have no Japanese letters left in English', () => {
    const japaneseLetters = /[\u3040-\u30ff\u4e00-\u9fff]/;
    const named = ['shell.language.ja', 'commands.language'];
    const left = [...en].filter(([key, text]) => japaneseLetters.test(text) && !named.includes(key));
    expect(left).toEqual([]);
  });
});
