import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { startI18n } from '../../../renderer/i18n/start-i18n.ts';
import { BandBadge } from '../../../renderer/ui/band-badge.tsx';
import { IntervalBar } from '../../../renderer/ui/interval-bar.tsx';
import { MiniHistogram } from '../../../renderer/ui/mini-histogram.tsx';

const i18n = startI18n('en');
const drawn = (element: React.ReactElement) =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>);

describe('BandBadge', () => {
  it('always has the symbol and the word beside the colour', () => {
    const text = drawn(<BandBadge band={{ label: 'Healthy', symbol: '◎', colour: '#009E73' }} />);
    expect(text).toContain('◎');
    expect(text).toContain('Healthy');
    expect(text).toContain('#009E73');
  });

  it('says a label that is its own symbol once, for everyone', () => {
    const text = drawn(<BandBadge band={{ label: '10', symbol: '10', colour: '#009E73' }} />);
    expect(text.match(/>10</g)).toHaveLength(1);
    expect(text).not.toContain('aria-hidden="true"');
  });

  it('says that an account is not scored', () => {
    expect(drawn(<BandBadge band={null} />)).toContain('Not scored');
  });
});

describe('IntervalBar', () => {
  it('says the figure and its interval', () => {
    const text = drawn(<IntervalBar estimate={{ value: 0.784, low: 0.71, high: 0.84 }} />);
    expect(text).toContain('aria-label=".78 (95 % interval .71 to .84)"');
  });

  it('draws no whiskers where there is no interval', () => {
    const lines = (text: string) => text.match(/<line/g)?.length;
    expect(lines(drawn(<IntervalBar estimate={{ value: 0.7, low: null, high: null }} />))).toBe(1);
    expect(lines(drawn(<IntervalBar estimate={{ value: 0.7, low: 0.6, high: 0.8 }} />))).toBe(4);
  });

  it('keeps a figure beyond the axis on its end', () => {
    const text = drawn(<IntervalBar estimate={{ value: 2, low: null, high: null }} width={100} />);
    expect(text).toContain('cx="94"');
  });
});

describe('MiniHistogram', () => {
  const histogram = { edges: [0, 1, 2], churned: [3, 1], kept: [10, 30] };

  it('names what it shows with both counts', () => {
    expect(drawn(<MiniHistogram histogram={histogram} name="Log-ins" />)).toContain(
      'aria-label="Distribution of Log-ins: 4 churned, 40 kept"',
    );
  });

  it('draws churned over kept', () => {
    const text = drawn(<MiniHistogram histogram={histogram} name="Log-ins" />);
    expect(text.lastIndexOf('#0072B2')).toBeLessThan(text.indexOf('#D55E00'));
  });

  it('gives both the full height for the same shape, whatever their numbers', () => {
    const same = { edges: [0, 1], churned: [2], kept: [2000] };
    expect(
      drawn(<MiniHistogram histogram={same} name="x" height={20} />).match(/ height="20" fill=/g),
    ).toHaveLength(2);
  });
});
