import { describe, expect, it } from 'vitest';
import { appearsAroundChurn } from '../../../shared/backtest/appears-around-churn.ts';
import { buildPanel, type Panel } from '../../../shared/backtest/build-panel.ts';
import { life, lifeTable, plainSettings } from './random-panel.ts';

/** 40 accounts, the first `churned` of which end on day 160; dates 60, 90, 120 and 150, horizon 30. */
function panelOf(churned: number): Panel {
  const lives = Array.from({ length: 40 }, (_, account) =>
    life({ account, endDay: account < churned ? 160 : null }),
  );
  return buildPanel(lifeTable(lives, 40), {
    ...plainSettings,
    schedule: { type: 'typed', days: [60, 90, 120, 150] },
  });
}

const everywhere = () => true;
const surveyed = (
  panel: Panel,
  isAsked: (account: number, asOf: number) => boolean,
  otherwise = Number.NaN,
) => Float64Array.from(panel.account, (account, r) => (isAsked(account, panel.asOf[r]!) ? 4 : otherwise));

describe('appearsAroundChurn', () => {
  it('finds an answer that only those about to leave have', () => {
    const panel = panelOf(8);
    const exitSurvey = surveyed(panel, (account, asOf) => account < 8 && asOf === 150);
    expect(appearsAroundChurn(panel, exitSurvey, everywhere)).toEqual({ churned: 8, others: 0 });
  });

  it('reads a 0 that most rows have as nothing', () => {
    const panel = panelOf(8);
    const counted = surveyed(panel, (account, asOf) => account < 8 && asOf === 150, 0);
    expect(appearsAroundChurn(panel, counted, everywhere)).toEqual({ churned: 8, others: 0 });
  });

  it('lets a value pass that others have too, or the same accounts long before', () => {
    const panel = panelOf(8);
    expect(
      appearsAroundChurn(
        panel,
        surveyed(panel, (_, asOf) => asOf === 150),
        everywhere,
      ),
    ).toBeNull();
    const early = surveyed(panel, (account) => account < 8);
    expect(appearsAroundChurn(panel, early, everywhere)).toBeNull();
  });

  it('tolerates one other in ten, not two', () => {
    const panel = panelOf(9);
    const with1 = surveyed(panel, (account, asOf) => account < 10 && asOf === 150);
    const with2 = surveyed(panel, (account, asOf) => account < 11 && asOf === 150);
    expect(appearsAroundChurn(panel, with1, everywhere)).toEqual({ churned: 9, others: 1 });
    expect(appearsAroundChurn(panel, with2, everywhere)).toBeNull();
  });

  it('says nothing of fewer than five churned accounts, or of dates not counted', () => {
    const four = panelOf(4);
    expect(
      appearsAroundChurn(
        four,
        surveyed(four, (a) => a < 4),
        everywhere,
      ),
    ).toBeNull();
    const panel = panelOf(8);
    const exitSurvey = surveyed(panel, (account, asOf) => account < 8 && asOf === 150);
    expect(appearsAroundChurn(panel, exitSurvey, (snapshot) => snapshot < 3)).toBeNull();
  });

  it('counts rows too near to act on as around churn', () => {
    const lives = Array.from({ length: 40 }, (_, account) =>
      life({ account, endDay: account < 8 ? 160 : null }),
    );
    const panel = buildPanel(lifeTable(lives, 40), {
      ...plainSettings,
      ...{ gapDays: 20, schedule: { type: 'typed', days: [60, 150] } },
    });
    const exitSurvey = surveyed(panel, (account, asOf) => account < 8 && asOf === 150);
    expect(appearsAroundChurn(panel, exitSurvey, everywhere)).toEqual({ churned: 8, others: 0 });
  });
});
