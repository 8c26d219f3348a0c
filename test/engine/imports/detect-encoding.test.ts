import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../electron/engine/imports/detect-encoding.ts';
import type { Encoding } from '../../../shared/schemas/import-plan.ts';

const long = [
  '顧客番号,会社名,利用開始日,解約理由,担当',
  '1,株式会社髙橋商店,2024年4月1日,料金が高いため,佐藤',
  '2,㈱東京システム①,2024年5月1日,使いこなせなかった～,鈴木',
  '3,ﾔﾏﾀﾞ電機,2024年6月1日,,田中',
].join('\r\n');
const western = 'id,név,price\n1,café,€5\n2,naïve,12\n3,Müller,"7"\n4,señor,3\n';

describe('detectEncoding', () => {
  it.each<[Encoding, string, string]>([
    ['utf-8', 'utf8', long],
    ['shift_jis', 'cp932', long],
    ['shift_jis', 'cp932', '顧客,日付\n'],
    ['shift_jis', 'cp932', 'id,都道府県\n1,東京都\n2,大阪府\n'],
    ['shift_jis', 'cp932', 'id,name\n1,ｶﾌﾞｼｷｶﾞｲｼｬ ﾔﾏﾀﾞ\n2,ﾄｳｷｮｳ ｼｽﾃﾑ\n'],
    ['shift_jis', 'cp932', 'a,b\n1,①\n2,㈱髙～\n'],
    ['euc-jp', 'eucjp', long.replace('髙', '高').replace('ﾔﾏﾀﾞ', 'ヤマダ')],
    ['euc-jp', 'eucjp', '顧客,日付\n'],
    ['euc-jp', 'eucjp', 'id,都道府県\n1,東京都\n2,大阪府\n'],
    ['utf-16le', 'utf-16le', long],
    ['utf-16be', 'utf-16be', long],
    ['utf-16le', 'utf-16le', 'id,value\n1,2\n'],
    ['utf-16be', 'utf-16be', 'id,value\n1,2\n'],
    ['windows-1252', 'windows-1252', western],
    ['windows-1252', 'windows-1252', 'id,amount\n1,€5\n'],
    ['windows-1252', 'windows-1252', 'a,b\nMünchen,Café noir\n'],
    ['utf-8', 'utf8', western],
    ['utf-8', 'utf8', 'plain,ascii\n1,2\n'],
  ])('sees %s (%s) in %j', (encoding, writer, text) => {
    expect(detectEncoding(iconv.encode(text, writer)).encoding).toBe(encoding);
  });

  it.each<[Encoding, string]>([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ])('trusts the byte-order mark of %s', (encoding, writer) => {
    const bytes = iconv.encode('a,b', writer, { addBOM: true });
    expect(detectEncoding(bytes)).toEqual({ encoding, confident: true });
  });

  it('is sure of long text and not of a few bytes that fit several', () => {
    expect(detectEncoding(iconv.encode(long, 'cp932')).confident).toBe(true);
    expect(detectEncoding(iconv.encode(western, 'windows-1252')).confident).toBe(true);
    expect(detectEncoding(Uint8Array.of(0xb8, 0xdc)).confident).toBe(false);
  });

  it('does not mind a character cut by the end of the sample', () => {
    const bytes = iconv.encode('日本語', 'utf8');
    for (let end = 1; end <= bytes.length; end++) {
      expect(detectEncoding(bytes.subarray(0, end)).encoding).toBe('utf-8');
    }
  });

  it('stays with UTF-8 where a few bytes of much text are damaged', () => {
    const bytes = Buffer.concat([iconv.encode(long.repeat(5), 'utf8'), Buffer.of(0xff, 0x0a)]);
    expect(detectEncoding(bytes)).toEqual({ encoding: 'utf-8', confident: false });
  });
});
