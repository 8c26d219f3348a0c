import type { Band, GradingScheme } from '../schemas/scorecard.ts';

/** Colours of health, from best to worst; never shown without symbol and word. */
export const healthColours = ['#009E73', '#56B4E9', '#E69F00', '#D55E00'] as const;

/**
 * Bands of a preset, healthiest first, with labels in the person's language and no actions yet.
 * tenStep: 10 … 1 at every 10 points, alarm ≤ 3. marks: ◎ ○ △ × at 80, 60, 40, alarm ×. traffic: 70 and 40, alarm red.
 */
export function presetBands(scheme: Exclude<GradingScheme, 'custom'>, language: 'ja' | 'en'): Band[] {
  switch (scheme) {
    case 'tenStep':
      return Array.from({ length: 10 }, (_, i) => {
        const step = 10 - i;
        return band(`s${step}`, (step - 1) * 10, String(step), String(step), colourOfStep(step), step <= 3);
      });
    case 'marks':
      return fourBands(['◎', '○', '△', '×'], markLabels[language], [80, 60, 40, 0]);
    case 'traffic': {
      const [green, amber, red] = trafficLabels[language];
      return [
        band('green', 70, green, '✓', healthColours[0], false),
        band('amber', 40, amber, '△', healthColours[2], false),
        band('red', 0, red, '×', healthColours[3], true),
      ];
    }
    case 'letters':
      return fourBands(['A', 'B', 'C', 'D'], ['A', 'B', 'C', 'D'], [80, 60, 40, 0]);
    case 'score100':
      return fourBands(['80+', '60+', '40+', '0+'], ['80–100', '60–79', '40–59', '0–39'], [80, 60, 40, 0]);
  }
}

const markLabels = {
  ja: ['とても良い', '良い', '注意', '警戒'],
  en: ['Very good', 'Good', 'Watch', 'Alarm'],
} as const;
const trafficLabels = { ja: ['緑', '黄', '赤'], en: ['Green', 'Amber', 'Red'] } as const;

function fourBands(
  symbols: readonly [string, string, string, string],
  labels: readonly [string, string, string, string],
  bounds: readonly [number, number, number, number],
): Band[] {
  return [0, 1, 2, 3].map((i) =>
    band(`m${i + 1}`, bounds[i]!, labels[i]!, symbols[i]!, healthColours[i]!, i === 3),
  );
}

function colourOfStep(step: number): string {
  if (step >= 8) return healthColours[0];
  if (step >= 6) return healthColours[1];
  return step >= 4 ? healthColours[2] : healthColours[3];
}

function band(
  id: string,
  lowerBound: number,
  label: string,
  symbol: string,
  colour: string,
  alarm: boolean,
): Band {
  return { id, lowerBound, label, symbol, colour, alarm, action: '', owner: '' };
}
