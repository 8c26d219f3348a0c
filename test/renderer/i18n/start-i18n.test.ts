import { describe, expect, it } from 'vitest';
import { startI18n } from '../../../renderer/i18n/start-i18n.ts';

describe('startI18n', () => {
  it('speaks the asked language at once', () => {
    expect(startI18n('ja').t('shell:rail.home')).toBe('ホーム');
    expect(startI18n('en').t('shell:rail.home')).toBe('Home');
  });

  it('picks the plural form of English', () => {
    const { t } = startI18n('en');
    expect(t('common:unit.account', { count: 1, value: '1' })).toBe('1 account');
    expect(t('common:unit.account', { count: 2, value: '2' })).toBe('2 accounts');
  });

  it('leaves names from files as they are, with their signs', () => {
    expect(startI18n('en').t('home:recents.open', { name: 'A & <B>' })).toBe('Open A & <B>');
  });
});
