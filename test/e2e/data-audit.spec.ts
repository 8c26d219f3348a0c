import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { japanese } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import { checkScreen } from './pages/check-screen.ts';
import { frameOf } from './pages/frame.ts';
import { importsScreen } from './pages/imports-screen.ts';

test('a note by hand, a finding and its rows, everything out and in again', async ({ app: { page } }) => {
  const frame = frameOf(page);
  let accountId = '';
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await expect(page.getByTestId('foot')).toContainText('解約 70 社', { timeout: 60_000 });

  await test.step('a hearing note is written and undone', async () => {
    await frame.go('顧客');
    const found = page
      .getByRole('main')
      .getByRole('grid')
      .getByText(/^C-\d{4}$/)
      .first();
    accountId = await found.innerText();
    await found.click();
    const entries = page.getByTestId('entry');
    await expect(page.getByRole('button', { name: 'ヒアリング記録', exact: true })).toBeVisible();
    const before = await entries.count();
    await page.getByRole('button', { name: 'ヒアリング記録', exact: true }).click();
    const form = page.getByTestId('entry-form');
    await form.getByLabel('トピック').fill('予算');
    await page.keyboard.press('Tab');
    await form.getByText('2', { exact: true }).click();
    await form.getByLabel('内容').fill('来期の予算が未定');
    await form.getByRole('button', { name: '保存' }).click();
    await expect(entries).toHaveCount(before + 1);
    await expect(entries.first()).toContainText('評価 2 · 予算 · 来期の予算が未定');
    await page.getByTestId('entry-status').getByRole('button', { name: '元に戻す' }).click();
    await expect(entries).toHaveCount(before);
    await expect(page.getByTestId('entry-status')).toContainText('元に戻しました');
  });

  await test.step('a churn written too early is found, with its rows', async () => {
    await page.getByRole('button', { name: '結果', exact: true }).click();
    const form = page.getByTestId('entry-form');
    await form.getByLabel('結果の日').fill('2023-06-15');
    await form.getByRole('button', { name: '保存' }).click();
    await expect(page.getByTestId('entry-status')).toContainText('結果を保存しました');
    await frame.go('データ');
    const card = page.getByTestId('finding').filter({ hasText: '解約の後に利用がある顧客 1 社' });
    await expect(card).toContainText('うち解約 1 社');
    await checkScreen(page, 'ja', 'data-audit');
    await card.getByRole('button').first().click();
    const rows = page.getByRole('dialog').getByRole('grid');
    await expect(rows.getByRole('row').nth(1)).toContainText(accountId);
    await expect(rows.getByRole('row').nth(1)).toContainText('2023-06-15');
    await page.keyboard.press('Escape');
  });

  await test.step('the coverage says n of n for the cell in focus', async () => {
    const map = page.getByRole('grid', { name: '充足の地図' });
    await map.getByRole('gridcell').last().focus();
    await page.keyboard.press('Home');
    await expect(page.getByTestId('coverage-said')).toContainText(/2022-01: 契約中 \d+ 社のうち \d+ 社/);
  });

  await test.step('the export makes the same workspace', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myaku-export-'));
    try {
      const counts = await page.getByTestId('foot').innerText();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'データを書き出す' }).click();
      const path = join(folder, 'export.zip');
      await (await download).saveAs(path);
      await page.getByRole('navigation').first().getByRole('link', { name: 'ホーム' }).click();
      await page.getByRole('button', { name: japanese.home.another }).click();
      await importsScreen(page).createWorkspace('写し');
      await importsScreen(page).addFiles([path]);
      await expect(page.getByText(/ファイルを取り込みました/)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByTestId('foot')).toHaveText(counts, { useInnerText: true, timeout: 20_000 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
