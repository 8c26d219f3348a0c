import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { expect, test } from '../helpers/app.ts';
import { importsScreen } from './pages/imports-screen.ts';

const panel = resolve(import.meta.dirname, '../fixtures/saas-panel');

async function newWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: '空のワークスペースを作る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'データ' })).toBeVisible();
}

async function addFiles(page: Page, files: string | string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを追加' }).click();
  await (await chooser).setFiles(files);
}

/** Drops a file on the page, as a browser does. */
async function dropFile(page: Page, path: string, name: string): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const data = await page.evaluateHandle(
    ([content, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));
      return transfer;
    },
    [text, name],
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  const zone = page.getByTestId('drop-anywhere');
  await expect(zone).toBeVisible();
  await zone.dispatchEvent('drop', { dataTransfer: data });
}

/** Through the stops with what is suggested, up to the check of the rows. */
async function goToProblems(page: Page): Promise<void> {
  await page.getByRole('button', { name: '列の割り当てへ' }).click();
  await page.getByRole('button', { name: '行を確かめる' }).click();
  await expect(page.getByTestId('row-counts')).toBeVisible();
}

async function importOpenFile(page: Page): Promise<string> {
  await goToProblems(page);
  await page.getByRole('button', { name: '取り込む', exact: true }).click();
  const summary = page.getByTestId('import-summary');
  await expect(summary).toBeVisible({ timeout: 60_000 });
  return summary.getByTestId('row-counts').innerText();
}

async function importOneFile(page: Page, path: string): Promise<string> {
  await addFiles(page, path);
  return importOpenFile(page);
}

async function withFile(name: string, content: string | Buffer, use: (path: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'myaku-import-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours fade over to the new theme: halfway they have neither theme's contrast.
    await page.waitForTimeout(400);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const severe = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = severe.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(told, colorScheme).toEqual([]);
  }
}

test.describe('import', () => {
  test('takes the four saas-panel files without losing a row', async ({ app: { page } }) => {
    test.slow();
    await newWorkspace(page);
    await expectAccessible(page);
    const files = {
      'subscriptions.csv': '10,000',
      'customers.csv': '10,000',
      'usage_metrics.csv': '113,893',
      'support_tickets.csv': '7,551',
    };
    await addFiles(page, [join(panel, 'subscriptions.csv'), join(panel, 'customers.csv')]);
    await expect(
      page.getByRole('navigation', { name: '取り込むファイル' }).getByRole('listitem'),
    ).toHaveCount(2);
    await dropFile(page, join(panel, 'usage_metrics.csv'), 'usage_metrics.csv');
    await dropFile(page, join(panel, 'support_tickets.csv'), 'support_tickets.csv');
    await expect(
      page.getByRole('navigation', { name: '取り込むファイル' }).getByRole('listitem'),
    ).toHaveCount(4);
    for (const [name, rows] of Object.entries(files)) {
      await expect(page.getByRole('list', { name: `取り込みの手順: ${name}` })).toBeVisible();
      if (name === 'subscriptions.csv') await expectAccessible(page);
      const counts = await importOpenFile(page);
      expect(counts).toContain(`読み込み ${rows} 行 = 採用 ${rows} + 除外 0`);
      const next = page.getByRole('button', { name: /^次のファイル/ });
      if (await next.isVisible()) await next.click();
    }
    await page.getByRole('button', { name: 'データの点検を見る' }).click();
    await expect(page.getByTestId('batch')).toHaveCount(4);
    await expect(page.getByTestId('foot')).toContainText('10,000 社 · 解約 1,327 社');
    await expect(page.getByRole('region', { name: '充足の地図' }).first()).toBeVisible();
    await expectAccessible(page);
  });

  test('says from when a month’s value is used, and moves it with the lag and the mark', async ({
    app: { page },
  }) => {
    await newWorkspace(page);
    await addFiles(page, join(panel, 'usage_metrics.csv'));
    await page.getByRole('button', { name: '列の割り当てへ' }).click();
    const consequence = page.getByTestId('consequence');
    await expect(consequence).toContainText('2022年4月の値は2022年4月30日の終わりから使います');
    await page.getByLabel('判明までの日数').fill('5');
    await expect(consequence).toContainText('2022年4月の値は、5 日後の2022年5月5日の終わりから使います');
    await page.getByLabel('判明までの日数').fill('0');
    await page.getByLabel('日付が示すもの').selectOption('day');
    await expect(consequence).toContainText('2022年4月1日の値は2022年4月1日の終わりから使います');
    await page.getByLabel('usage_month の意味').selectOption('ignore');
    await expect(page.getByTestId('plan-problems')).toContainText('「日付」の列を選んでください');
    await expect(page.getByRole('button', { name: '行を確かめる' })).toBeDisabled();
  });

  test('changes nothing when the same file comes again', async ({ app: { page } }) => {
    await newWorkspace(page);
    await importOneFile(page, join(panel, 'customers.csv'));
    await page.getByRole('button', { name: 'データの点検を見る' }).click();
    const counts = await importOneFile(page, join(panel, 'customers.csv'));
    expect(counts).toContain('変化なし 10,000');
    await expect(page.getByTestId('import-summary')).toContainText('変更は0件です');
    await page.getByRole('button', { name: 'データの点検を見る' }).click();
    await expect(page.getByTestId('batch')).toHaveCount(1);
  });

  test('undoes a file whole and brings it back', async ({ app: { page } }) => {
    await newWorkspace(page);
    await importOneFile(page, join(panel, 'subscriptions.csv'));
    await page.getByRole('button', { name: 'データの点検を見る' }).click();
    await expect(page.getByTestId('foot')).toContainText('解約 2,540 社');
    await page.getByRole('button', { name: '取り込みを元に戻す: subscriptions.csv' }).click();
    await expect(page.getByTestId('batch')).toHaveAttribute('data-undone', 'true');
    await expect(page.getByTestId('foot')).not.toContainText('解約 2,540 社');
    await page.getByRole('button', { name: '取り込みをやり直す: subscriptions.csv' }).click();
    await expect(page.getByTestId('foot')).toContainText('解約 2,540 社');
  });

  test('reads CP932, and shows what another encoding would make of it', async ({ app: { page } }) => {
    const rows = [
      '顧客ID,顧客名,契約開始日,業種',
      'A1,株式会社あおば,2023-04-01,製造',
      'A2,高﨑商事㈱,2023-05-01,卸売',
    ];
    await withFile('顧客一覧.csv', iconv.encode(rows.join('\r\n'), 'cp932'), async (path) => {
      await newWorkspace(page);
      await addFiles(page, path);
      const preview = page.getByTestId('preview');
      await expect(preview).toContainText('高﨑商事㈱');
      await page.getByLabel('文字コード').selectOption('utf-8');
      await expect(preview).not.toContainText('高﨑商事㈱');
      await expect(page.getByText(/では読めない文字が/)).toBeVisible();
      await page.getByLabel('文字コード').selectOption('shift_jis');
      await expect(preview).toContainText('高﨑商事㈱');
      expect(await importOpenFile(page)).toContain('読み込み 2 行 = 採用 2 + 除外 0');
    });
  });

  test('shows every problem row with its line, column and reason', async ({ app: { page } }) => {
    const lines = [
      'account_id,month,logins',
      'A1,2024-01-01,10',
      'A2,2024-13-01,5',
      'A3,2024-01-01,many',
      ',2024-01-01,7',
      'A4,2024-01-01',
      'A5,2024-02-01,8',
      'A5,2024-02-01,9',
      ...Array.from(
        { length: 24 },
        (_, i) => `B${i % 2},2023-${String(((i >> 1) % 12) + 1).padStart(2, '0')}-01,${i}`,
      ),
    ];
    await withFile('usage.csv', lines.join('\n'), async (path) => {
      await newWorkspace(page);
      await addFiles(page, path);
      await goToProblems(page);
      await expect(page.getByTestId('row-counts')).toContainText('読み込み 31 行 = 採用 26 + 除外 5');
      const table = page.getByRole('grid', { name: '問題の行' });
      const row = (line: number) => table.getByRole('row', { name: new RegExp(`^${line} `) });
      await expect(row(3)).toContainText('month');
      await expect(row(3)).toContainText('選んだ形式の日付として読めません');
      await expect(row(4)).toContainText('logins');
      await expect(row(4).getByLabel('4 行目の logins')).toHaveValue('many');
      await expect(row(4)).toContainText('数値として読めません');
      await expect(row(5)).toContainText('顧客IDが空です');
      await expect(row(6)).toContainText('列の数が見出しより少ない行です');
      await expect(row(7)).toContainText('同じ顧客と日付の行が後にもあります');
      await expectAccessible(page);
      await page.getByText('取り込まない', { exact: true }).click();
      await expect(page.getByRole('button', { name: '取り込む', exact: true })).toBeDisabled();
      await page.getByText('除いて取り込む', { exact: true }).click();
      await page.getByRole('button', { name: '取り込む', exact: true }).click();
      await page.getByRole('button', { name: 'データの点検を見る' }).click();
      await page.getByRole('button', { name: '問題の行 5' }).click();
      const drawer = page.getByRole('dialog');
      await expect(drawer.getByRole('row')).toHaveCount(6);
      const download = page.waitForEvent('download');
      await drawer.getByRole('button', { name: '問題の行をCSVに書き出す' }).click();
      const text = readFileSync(await (await download).path(), 'utf8');
      expect(text).toContain('4,logins,numberInvalid,many,A3,2024-01-01,many');
      await expectAccessible(page);
    });
  });

  test('leaves nothing behind when it is stopped', async ({ app: { page } }) => {
    const rows = Array.from(
      { length: 800_000 },
      (_, i) => `A${i % 20_000},2024-01-${String((i % 28) + 1).padStart(2, '0')},${i}`,
    );
    await withFile('large.csv', `account_id,date,logins\n${rows.join('\n')}\n`, async (path) => {
      await newWorkspace(page);
      await addFiles(page, path);
      await goToProblems(page);
      await importsScreen(page).startAndStop();
      await expect(page.getByText('取り込みを中止しました。何も変更していません。')).toBeVisible();
      await page.getByRole('button', { name: '残り 1 件をやめて閉じる' }).click();
      await expect(
        page.getByRole('heading', { name: 'CSVファイルをこの画面にドロップしてください' }),
      ).toBeVisible();
      await expect(page.getByTestId('foot')).toContainText('まだデータがありません');
    });
  });

  test('takes a table from the clipboard, and asks how 03/04/2024 is meant', async ({ app: { page } }) => {
    await newWorkspace(page);
    await page.evaluate(() => {
      const data = new DataTransfer();
      const rows = ['account\tdate\tlogins', 'A1\t03/04/2024\t5', 'A2\t05/06/2024\t6', 'A1\t07/08/2024\t4'];
      data.setData('text/plain', rows.join('\n'));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await expect(page.getByTestId('preview')).toContainText('03/04/2024');
    await page.getByRole('button', { name: '列の割り当てへ' }).click();
    const next = page.getByRole('button', { name: '行を確かめる' });
    await expect(next).toBeDisabled();
    await expect(page.getByTestId('plan-problems')).toContainText('「date」の日付の読み方を選んでください');
    await expect(page.getByText('03/04/2024 → 2024-04-03')).toBeVisible();
    await page.getByText('03/04/2024 → 2024-03-04').click();
    await expect(page.getByTestId('consequence')).toContainText('2024年3月4日');
    await expectAccessible(page);
    await next.click();
    await expect(page.getByTestId('row-counts')).toContainText('読み込み 3 行 = 採用 3 + 除外 0');
  });
});
