import { colours } from './colours.ts';
import { fonts } from './fonts.ts';

/** Axis, text and line colours of every chart, for light or dark. */
export function chartTheme(scheme: 'light' | 'dark'): Record<string, unknown> {
  const isDark = scheme === 'dark';
  const text = isDark ? '#c9c9c9' : '#495057';
  const line = isDark ? '#5c5f66' : '#adb5bd';
  const grid = isDark ? '#383a40' : '#e9ecef';
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: text },
    nameTextStyle: { color: text },
    splitLine: { lineStyle: { color: grid } },
  };
  return {
    // Labels beside a shape take their colour from it.
    darkMode: isDark,
    backgroundColor: 'transparent',
    color: [colours.kept, colours.churned, colours.healthy, colours.watch, colours.good, colours.neutral],
    textStyle: { color: text, fontFamily: fonts },
    legend: { textStyle: { color: text } },
    tooltip: {
      backgroundColor: isDark ? '#25262b' : '#ffffff',
      borderColor: line,
      textStyle: { color: isDark ? '#e9ecef' : '#212529', fontSize: 12 },
    },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
  };
}
