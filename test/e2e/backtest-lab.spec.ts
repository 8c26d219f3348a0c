import type { Locator, Page } from '@playwright/test';
import { english, japanese } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import { backtestScreen } from './pages/backtest-screen.ts';
import { frameOf, numberIn } from './pages/frame.ts';

const words = japanese.backtest;

/** Opens the sample's back-test and grades it. */
async function gradeSample(page: Page) {
  await page.getByRole('button', { name: japanese.home.doors.sample.button }).click();
  await expect(page.getByRole('heading', { name: japanese.home.checklist.title })).toBeVisible();
  await frameOf(page).go('検証');
  const backtest = backtestScreen(page);
  await backtest.grade();
  return backtest;
}

test('the back-test lab links, explains, drills down, compares and stops', async ({ app: { page } }) => {
  test.setTimeout(240_000);
  const main = page.getByRole('main');
  const backtest = await gradeSample(page);

  await test.step('threshold, ROC point, outcomes, cost and list move together', async () => {
    const caught = backtest.confusionNumber('捕捉');
    const cost = page.getByTestId('cost');
    const roc = main.getByRole('application', { name: /^ROC/ });
    const list = backtest.explorerCounts().first();
    const state = async () => ({
      caught: numberIn(await caught.innerText()),
      cost: numberIn(await cost.innerText()),
      roc: (await roc.getAttribute('aria-label')) ?? '',
      missed: numberIn(await list.innerText()),
    });
    await expect(list).toBeVisible();
    const before = await state();
    await backtest.handle.focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageUp');
    await expect(backtest.handle).toHaveAttribute('aria-valuenow', '70');
    await expect.poll(async () => (await state()).missed).toBeLessThan(before.missed);
    const after = await state();
    expect(after.caught).toBeGreaterThan(before.caught);
    expect(after.cost).not.toBe(before.cost);
    expect(after.roc).toContain('しきい値 70.0');

    await test.step('by capacity and by cost, each with its interval over 200 resamples', async () => {
      const advice = page.getByTestId('threshold-advice');
      await expect(advice).toContainText('200 回引き直した');
      const byCapacity = page.getByTestId('thresholdByCapacity');
      await expect(byCapacity).toContainText(/\[\d+\.\d–\d+\.\d\]/);
      const low = numberIn(await byCapacity.locator('.num').first().innerText());
      await advice.getByLabel(words.advice.capacity.monthly).fill('40');
      await expect
        .poll(async () => numberIn(await byCapacity.locator('.num').first().innerText()))
        .toBeGreaterThan(low);
      await byCapacity.getByRole('button', { name: /使う/ }).click();
      const chosen = await byCapacity.locator('.num').first().innerText();
      await expect(backtest.handle).toHaveAttribute('aria-valuenow', String(Number(chosen)));
    });

    await test.step('a point of a curve is the same threshold', async () => {
      const gains = main.getByRole('application', {
        name: new RegExp(`^${words.lab.curves.kinds.gains.slice(0, 4)}`),
      });
      await gains.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(backtest.drawer).toBeVisible();
      await backtest.closeDrill();
      const threshold = Number(await backtest.handle.getAttribute('aria-valuenow'));
      expect(threshold).toBeLessThan(30);
      await expect(roc).toHaveAttribute('aria-label', new RegExp(`しきい値 ${threshold.toFixed(1)}`));
    });
  });

  await test.step('the same accounts light up everywhere, each number opens down to an account', async () => {
    const moves = page.getByTestId('moves-table');
    await expect(moves).toBeVisible();

    await test.step('a bar of the bands, by key', async () => {
      await main.getByRole('application', { name: /^ランク別の解約率/ }).focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
      await expect(page.getByTestId('link-bar')).toContainText(/警戒 で解約した行 \(10 社、11 行\)/);
      await page.keyboard.press('Enter');
      await expect(backtest.drawer.getByRole('row')).toHaveCount(12);
      await backtest.closeDrill();
    });

    await test.step('a move, a day at risk, a month, a cause, the kept rows without a sign', async () => {
      await sameCount(backtest, moves.locator('tbody tr').nth(1).getByRole('button').nth(3));
      const atRisk = main.getByRole('table', { name: words.lab.survival.atRiskTitle });
      await sameCount(backtest, atRisk.locator('tbody tr').nth(1).getByRole('button').nth(4));
      await backtest.openTab(words.lab.tabs.months);
      const month = main.getByRole('grid', { name: words.lab.months.label }).getByRole('row').nth(6);
      await sameCount(backtest, month.getByRole('button').first());
      await backtest.openTab(words.lab.tabs.misses);
      const causes = page.getByTestId('miss-causes').locator('tbody tr');
      await sameCount(backtest, causes.nth(3).getByRole('button', { name: /一覧を開く/ }));
      await sameCount(
        backtest,
        main.getByRole('button', { name: new RegExp(`^${words.lab.misses.keptRate} .*一覧を開く`) }),
      );
      const counts = await causes.locator('td:nth-child(3)').allInnerTexts();
      expect(counts.map(numberIn).reduce((sum, count) => sum + count, 0)).toBe(25);
    });

    await test.step('a case opens its account on the day it turned red', async () => {
      await backtest.openTab(words.tabs.cases);
      await expect(page.getByTestId('case-churned').first()).toBeVisible();
      const red = page
        .getByTestId('case-churned')
        .filter({ hasText: /\d+ 日前から警戒/ })
        .first();
      await red.click();
      await expect(main.getByRole('button', { name: japanese.accounts.picker.another })).toBeVisible();
      // The account is as it was then, says so, and the window's own date stays.
      const asOf = page.getByLabel('基準日').first();
      await expect(asOf).toHaveValue('2024-06-30');
      await expect(page.getByTestId('own-day')).not.toContainText('2024年6月30日時点の姿');
      await page.getByTestId('own-day').getByRole('button').click();
      await expect(page.getByTestId('own-day')).toBeHidden();
    });
  });

  await test.step('every statistic explains itself; A against B; a long run stops', async () => {
    await frameOf(page).go('検証');
    await expect(page.getByTestId('moves-table')).toBeVisible();

    await test.step('each table heading of numbers has its sentence', async () => {
      const tabs = await main.getByRole('tab').all();
      for (const tab of tabs) {
        await tab.click();
        const panel = main.getByRole('tabpanel');
        await expect(panel).toBeVisible();
        await expect.poll(() => unexplained(panel)).toEqual([]);
      }
      const terms = await main
        .locator('[data-explained]')
        .evaluateAll((found) => found.map((one) => one.getAttribute('data-explained') ?? ''));
      expect(terms.length).toBeGreaterThan(25);
      expect(terms.filter((term) => !(term in japanese.explain && term in english.explain))).toEqual([]);
      const auc = page.getByTestId('verdict').getByRole('button', { name: /^AUC · このスコア$/ });
      await auc.focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await expect(auc).toBeFocused();
      await expect(page.getByRole('tooltip').filter({ hasText: japanese.explain.auc })).toBeVisible();
    });

    await test.step('A versus B on the rows that both score', async () => {
      await frameOf(page).go('スコア設計', /^スコア設計/);
      const weight = main.getByRole('slider').first();
      await weight.focus();
      for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(600);
      await frameOf(page).go('検証');
      await backtest.grade();
      await backtest.openTab(words.lab.tabs.compare);
      await main
        .getByRole('combobox', { name: words.lab.compare.other })
        .or(main.getByLabel(words.lab.compare.other))
        .first()
        .click();
      await page.getByRole('option').filter({ visible: true }).first().click();
      const comparison = page.getByTestId('comparison');
      await expect(comparison).toContainText('AUC');
      await expect(comparison).toContainText(/解約 \d+ 社/);
    });

    await test.step('a long run can be stopped, leaves the result before it, and can be asked for again', async () => {
      const sentence = await backtest.sentence.innerText();
      const start = Date.UTC(2022, 5, 1);
      const daily = Array.from({ length: 500 }, (_, i) =>
        new Date(start + i * 86_400_000).toISOString().slice(0, 10),
      );
      await backtest.setDays(daily);
      // A person's hand may come too late for so small a client: the first "stop" that shows is pressed at once.
      await page.evaluate(() => {
        const watch = new MutationObserver(() => {
          const stop = document.querySelector<HTMLButtonElement>('main [data-testid="progress-card"] button');
          if (stop === null) return;
          watch.disconnect();
          document.body.setAttribute('data-stopped', stop.innerText);
          stop.click();
        });
        watch.observe(document.body, { childList: true, subtree: true });
      });
      await main.getByRole('button', { name: words.grade.button, exact: true }).click();
      await expect(page.locator('body')).toHaveAttribute('data-stopped', japanese.common.action.stop);
      await expect(main.getByRole('button', { name: japanese.common.action.stop })).toBeHidden();
      await expect(backtest.sentence).toHaveText(sentence);
      await expect(main.getByRole('button', { name: words.grade.button, exact: true })).toBeEnabled();
    });
  });
});

/** The list behind a number holds as many rows as the number says. */
async function sameCount(backtest: ReturnType<typeof backtestScreen>, number: Locator): Promise<void> {
  await number.scrollIntoViewIfNeeded();
  const { shown, rows } = await backtest.drill(number);
  expect(rows).toBe(shown);
  await backtest.closeDrill();
}

/** Headings of right-aligned columns (numbers) in plain tables without an explanation. */
async function unexplained(panel: Locator): Promise<string[]> {
  return panel.locator('table:not([role="grid"]) thead th').evaluateAll((heads) =>
    heads
      .filter((head) => head.querySelector('.mantine-Group-root[style*="flex-end"]') !== null)
      .filter((head) => head.querySelector('[data-explained]') === null)
      .map((head) => head.textContent ?? ''),
  );
}
