import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { japanese } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import {
  type ClientFile,
  eventsFile,
  furtherKinds,
  snapshotFile,
  subscriptionsFile,
  thinUsage,
  ticketsFile,
  wholeUsage,
} from '../helpers/client-files.ts';
import { checkScreen } from './pages/check-screen.ts';
import { frameOf } from './pages/frame.ts';
import { importsScreen } from './pages/imports-screen.ts';

const { data: words } = japanese;

async function addFiles(page: Page, files: readonly ClientFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを追加' }).click();
  await (await chooser).setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
  );
}

/** From the open file's columns to its import; resolves to what the screen says of its rows. */
async function importFromColumns(page: Page): Promise<string> {
  await page.getByRole('button', { name: '行を確かめる' }).click();
  await expect(page.getByTestId('row-counts')).toBeVisible();
  await page.getByRole('button', { name: '取り込む', exact: true }).click();
  const summary = page.getByTestId('import-summary');
  await expect(summary).toBeVisible();
  return summary.getByTestId('row-counts').innerText();
}

test('every kind of file, keys through another file, zones, questions, replacement, history', async ({
  app: { page },
}) => {
  test.slow();
  const screen = importsScreen(page);
  const frame = frameOf(page);
  await screen.createWorkspace('種類');

  await test.step('files of four kinds at once end on what came of all of them', async () => {
    await addFiles(page, furtherKinds);
    const queue = page.getByRole('navigation', { name: words.queue.title });
    for (const { name, kind } of furtherKinds) {
      await expect(queue.getByTestId('queue-file').filter({ hasText: name }), name).toContainText(kind);
    }
    await queue.getByRole('button', { name: words.importAll.start }).click();
    const summary = page.getByTestId('queue-summary');
    await expect(summary).toContainText('4 件のうち 4 件を取り込みました', { timeout: 30_000 });
    await expect(summary.getByTestId('row-counts')).toContainText('読み込み 91 行 = 採用 91 + 除外 0');
    for (const { name, rows } of furtherKinds) {
      await expect(summary.getByRole('row').filter({ hasText: name })).toContainText(`${rows}`);
    }
    await checkScreen(page, 'ja', '41-queue-summary');
    await summary.getByRole('button', { name: words.summary.audit }).click();
  });

  await test.step('notes are written before there is a scorecard', async () => {
    await frame.go('顧客');
    await page.getByLabel(japanese.accounts.picker.search).fill('会社7');
    await page.getByRole('grid').getByText('K008').click();
    await page.getByRole('button', { name: '対応', exact: true }).click();
    const form = page.getByTestId('entry-form');
    await form.getByLabel('内容').fill('電話で確認');
    await form.getByRole('button', { name: '保存' }).click();
    await expect(page.getByTestId('entry').filter({ hasText: '電話で確認' })).toBeVisible();
    await checkScreen(page, 'ja', '42-account-without-score');
    await frame.go('データ');
  });

  await test.step('days of date-times are counted where the person says', async () => {
    await addFiles(page, [eventsFile]);
    await page.getByRole('button', { name: '列の割り当てへ' }).click();
    const effect = page.getByTestId('zone-effect');
    await expect(effect).toContainText('どれも書かれた日付のままです');
    await page.getByRole('combobox', { name: words.zone.day }).click();
    await page.getByRole('option', { name: 'Asia/Tokyo', exact: true }).click();
    await expect(effect).toContainText('最初の 90 行のうち 30 行は、書かれた日付と別の日になります');
    await expect(page.getByTestId('consequence').first()).toContainText('2024年4月1日');
    expect(await importFromColumns(page)).toContain('読み込み 90 行 = 採用 90 + 除外 0');
    await screen.finish();
  });

  await test.step('a key leads to accounts through another file', async () => {
    await addFiles(page, [subscriptionsFile, ticketsFile]);
    const queue = page.getByRole('navigation', { name: words.queue.title });
    const tickets = queue.getByTestId('queue-file').filter({ hasText: 'tickets_1.csv' });
    await tickets.getByRole('button').first().click();
    await expect(page.getByRole('list', { name: '取り込みの手順: tickets_1.csv' })).toBeVisible();
    await page.getByRole('button', { name: '列の割り当てへ' }).click();
    await page.getByLabel('ticket_id の意味').selectOption('recordColumn');
    await page.getByLabel('subscription_id の意味').selectOption('accountId');
    await page.getByLabel(words.join.label).selectOption({ label: 'ファイル「subscriptions_1.csv」を通す' });
    await expect(page.getByLabel(words.join.accountColumn)).toContainText('account_id');
    await checkScreen(page, 'ja', '44-join-through-file');
    expect(await importFromColumns(page)).toContain('読み込み 24 行 = 採用 24 + 除外 0');
    await page.getByRole('button', { name: '残り 1 件をやめて閉じる' }).click();
    await expect(page.getByTestId('foot')).toContainText('30 社');
  });

  await test.step('a thin last period and the main usage are asked about once', async () => {
    await addFiles(page, [thinUsage]);
    await screen.importOpenFile();
    await screen.finish();
    const questions = page.getByTestId('after-import');
    await expect(questions).toContainText('「logins」の最後の期間は途中までではありませんか');
    await checkScreen(page, 'ja', '43-after-import');
    await questions.getByRole('button', { name: '2024-05-31 までとする' }).click();
    await expect(page.getByTestId('foot')).toContainText('2024-05-31 まで確定');
    await questions.getByRole('combobox').selectOption('logins');
    await questions.getByRole('button', { name: words.ask.choose }).click();
    await expect(questions).toBeHidden();
    await expect(page.getByRole('radio', { name: /logins/ })).toBeChecked();
  });

  await test.step('a newer file replaces a batch, and both stay in the history', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '新しいファイルで置き換える: usage_1.csv' }).click();
    const { name, text } = wholeUsage;
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    expect(await screen.importOpenFile()).toContain('読み込み 180 行 = 採用 180 + 除外 0');
    await screen.finish();
    await expect(screen.batches.filter({ hasText: 'usage_2.csv' })).toHaveAttribute('data-undone', 'false');
    await page.getByRole('button', { name: words.history.open }).click();
    const history = page.getByRole('dialog', { name: words.history.title });
    const row = (file: string) => history.getByRole('row').filter({ hasText: file });
    await expect(row('usage_2.csv')).toContainText(/有効 \(\d+ 番を置き換え\)/);
    await expect(row('usage_1.csv')).toContainText(/\d+ 番に置き換え済み/);
    await history.getByRole('button', { name: words.memory.forget }).first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '取り込みを元に戻す: usage_2.csv' }).click();
    await expect(screen.batches.filter({ hasText: 'usage_1.csv' })).toHaveAttribute('data-undone', 'false');
  });
});

test('a flagged list without dates makes no point-in-time claim', async ({ app: { page } }) => {
  const screen = importsScreen(page);
  await screen.createWorkspace('断面');
  await addFiles(page, [snapshotFile]);
  await expect(page.getByRole('radio', { name: /日付のない一覧/ })).toBeChecked();
  expect(await screen.importOpenFile()).toContain('読み込み 30 行 = 採用 30 + 除外 0');
  await screen.finish();
  await expect(page.getByTestId('foot')).toContainText('30 社 · 解約の印 8 社');
  await expect(page.getByTestId('cross-section')).toContainText(/30 社\s*のうち 8 社です/);
  await checkScreen(page, 'ja', '45-snapshot');
});

test('a file above the limit is read only when the person says so', async ({ app: { page } }) => {
  const folder = await mkdtemp(join(tmpdir(), 'myaku-large-'));
  try {
    // Sparse: a table, then nothing but room.
    const path = join(folder, 'large_1.csv');
    const file = await open(path, 'w');
    await file.write('account_id,date,logins\nA,2024-01-01,1\nB,2024-01-02,2\n');
    await file.truncate(200 * 1024 * 1024 + 1);
    await file.close();
    await importsScreen(page).createWorkspace('大きい');
    await importsScreen(page).addFiles([path]);
    const prompt = page.getByRole('alert').filter({ hasText: 'large_1.csv は大きなファイルです' });
    await expect(prompt).toBeVisible();
    await checkScreen(page, 'ja', '46-large-file');
    await prompt.getByRole('button', { name: words.largeFile.leave }).click();
    await expect(prompt).toBeHidden();
    await importsScreen(page).addFiles([path]);
    await prompt.getByRole('button', { name: words.largeFile.accept }).click();
    await expect(page.getByTestId('queue-file')).toContainText('large_1.csv', { timeout: 30_000 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
