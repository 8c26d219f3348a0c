import { expect, test } from '../helpers/app.ts';
import { startHost } from '../helpers/start-host.ts';
import { frameOf } from './pages/frame.ts';

test('the frame opens screens at their top, takes whole days, and outlives its host', async ({ app }) => {
  const { page, host, faults } = app;
  const frame = frameOf(page);
  const heading = page.getByRole('heading', { level: 1 });
  const place = () => page.evaluate(() => window.scrollY);
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await expect(frame.foot).toContainText('解約 70 社', { timeout: 60_000 });

  await test.step('each screen at its top, and back where it was left', async () => {
    await frame.go('データ');
    await expect(page.getByTestId('batch').first()).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => document.body.scrollHeight - innerHeight))
      .toBeGreaterThan(400);
    await page.evaluate(() => {
      window.scrollTo(0, 400);
    });
    await expect.poll(place).toBe(400);
    await frame.go('指標');
    expect(await place()).toBe(0);
    await page.goBack();
    await expect.poll(place).toBe(400);
  });

  await test.step('the as-of switch says which days it takes', async () => {
    const asOf = page.getByLabel('基準日');
    await asOf.fill('2030-01-01');
    await asOf.press('Enter');
    await expect(page.getByRole('alert')).toContainText('2022-01-01 から 2024-06-30 まで');
    await expect(asOf).toHaveValue('2024-06-30');
    await asOf.fill('2024/3/5');
    await asOf.press('Enter');
    await expect(asOf).toHaveValue('2024-03-05');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await frame.go('スコア設計', /^スコア設計/);
  await test.step('the chosen scorecard, a closed tour and what one compares with outlive other pages', async () => {
    const first = (await heading.innerText()).replace(/^スコア設計: /, '');
    await page.getByRole('button', { name: '案内を閉じる' }).click();
    await page.getByRole('button', { name: 'スコアカードの操作' }).click();
    await page.getByRole('menuitem', { name: '複製' }).click();
    await expect(heading).not.toHaveText(`スコア設計: ${first}`);
    const second = (await heading.innerText()).replace(/^スコア設計: /, '');
    const live = frame.main.getByRole('region', { name: 'いまの設計の成績' });
    const weight = frame.main.getByRole('slider', { name: /重み/ }).first();
    for (let press = 0; press < 8; press += 1) await weight.press('PageUp');
    await expect(live).toContainText(/開いた時点からランクが変わる顧客: [\d,]+ 社/);
    await frame.go('リスト');
    await frame.go('スコア設計', /^スコア設計/);
    await expect(live).toContainText(/開いた時点からランクが変わる顧客: [\d,]+ 社/);
    await live.getByRole('button', { name: 'いまの設計から比べる' }).click();
    await expect(live).toContainText('比べ始めた時点との差');
    await expect(live).not.toContainText('ランクが変わる顧客');
    await page.reload();
    await expect(heading).toHaveText(`スコア設計: ${second}`);
    await expect(page.getByRole('button', { name: '案内を閉じる' })).toHaveCount(0);
    const picker = page.getByRole('combobox', { name: 'スコアカード' });
    await picker.click();
    await page.getByRole('option', { name: first, exact: true }).click();
    await expect(heading).toHaveText(`スコア設計: ${first}`);
    await expect(page.getByRole('button', { name: new RegExp(`^元に戻す: .*「${second}」`) })).toBeVisible();
    await picker.press('ControlOrMeta+z');
    await expect(heading).toHaveText(`スコア設計: ${second}`);
    await expect(page.locator('.mantine-Notification-root')).toContainText(`スコアカード「${second}」`);
  });

  await test.step('where the host stops, what was open stays in sight, and a new start goes on with it', async () => {
    await frame.go('スコア設計', /^スコア設計/);
    await expect(frame.main.getByRole('region', { name: 'いまの設計の成績' })).toContainText('AUC');
    await host.stop();
    await expect(frame.notice('もう一度起動してください')).toBeVisible();
    await expect(page.getByText('サンプル', { exact: true }).first()).toBeVisible();
    await expect(frame.foot).toContainText('解約 70 社');
    await expect(page.locator('main [inert]')).toContainText('いまの設計の成績');
    const next = await startHost(host);
    try {
      await page.goto(next.address);
      await page.getByRole('button', { name: '続きを開く' }).click();
      await expect(frame.foot).toContainText('解約 70 社');
    } finally {
      await page.goto('about:blank');
      await next.stop();
    }
    const others = faults.splice(0).filter((fault) => !/ERR_CONNECTION_REFUSED|127\.0\.0\.1/.test(fault));
    expect(others).toEqual([]);
  });
});
