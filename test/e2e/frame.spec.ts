import { expect, test } from '../helpers/app.ts';
import { startHost } from '../helpers/start-host.ts';
import { frameOf } from './pages/frame.ts';

test('the frame opens screens at their top, takes whole days, and outlives its host', async ({ app }) => {
  const { page, host, faults } = app;
  const frame = frameOf(page);
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

  await test.step('where the host stops, what was open stays in sight, and a new start goes on with it', async () => {
    await frame.go('スコア設計', /^スコア設計/);
    await expect(frame.main.getByRole('region', { name: 'いまの設計の成績' })).toContainText('AUC');
    await host.stop();
    await expect(page.getByRole('alert')).toContainText('もう一度起動してください');
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
