import { describe, expect, it } from 'vitest';
import { pickLanguage } from '../../../renderer/i18n/language.ts';

describe('pickLanguage', () => {
  it('takes the first language it speaks', () => {
    expect(pickLanguage(['de-DE', 'ja-JP', 'en'])).toBe('ja');
    expect(pickLanguage(['en-GB', 'ja'])).toBe('en');
  });

  it('falls back to English', () => {
    expect(pickLanguage(['de', 'jam'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });
});
