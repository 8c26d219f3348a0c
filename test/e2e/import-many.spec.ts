import type { JSHandle, Page } from '@playwright/test';
import { expect, test } from '../helpers/app.ts';
import { type MixedFile, mixedFiles } from '../helpers/mixed-files.ts';
import { importsScreen } from './pages/imports-screen.ts';

/** What a browser holds while files are dragged over its page. */
function dragged(page: Page, files: readonly MixedFile[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    (dropped) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: 'text/csv' }));
      }
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

async function drop(page: Page, dataTransfer: JSHandle<DataTransfer>): Promise<void> {
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.getByTestId('drop-anywhere').dispatchEvent('drop', { dataTransfer });
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  /** Processor time in microseconds: the same however busy the machine is. */
  readonly tdur?: number;
}

/** From now on: the processor time of the window's longest task, in milliseconds, as the browser's own trace has it. */
async function watchLongestTask(page: Page): Promise<() => Promise<number>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  return async () => {
    await page.evaluate(() => performance.mark('window'));
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
    const mark = traceEvents.find(({ name }) => name === 'window');
    const tasks = traceEvents.filter(
      ({ ph, name, pid, tid }) => ph === 'X' && /RunTask/.test(name) && pid === mark?.pid && tid === mark.tid,
    );
    expect(tasks.length).toBeGreaterThan(100);
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
  };
}

/** Presses a key until an element has the focus. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''}`.trim();
    });
    if (name.test(label)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no focus on ${name}`);
}

test.describe('many files at once', () => {
  test('twelve mixed files: matched, mended in place, one stopped, one undone', async ({
    app: { page },
  }, info) => {
    test.slow();
    const files = mixedFiles();
    const screen = importsScreen(page);
    await screen.createWorkspace('Many');
    const data = await dragged(page, files);
    const longestTask = await watchLongestTask(page);
    await drop(page, data);
    const queue = page.getByRole('navigation', { name: '取り込むファイル' });
    const entry = (name: string) => queue.getByTestId('queue-file').filter({ hasText: name });
    await expect(queue.getByTestId('queue-file')).toHaveCount(12);
    for (const { name, kind } of files) await expect(entry(name), name).toContainText(kind);
    await expect(queue.getByTestId('queue-file').first()).toContainText('accounts.csv');

    await queue.getByRole('button', { name: 'まとめて取り込む' }).click();
    await expect(entry('ヒアリング.csv')).toContainText('採用', { timeout: 60_000 });
    await expect(entry('churn.csv')).toContainText('いつまでの結果かを入れてください');
    await expect(entry('usage.csv')).toContainText('問題の行があります');
    await expect(entry('large.csv')).toContainText('列の意味を決めてください');
    await expect(entry('商談.csv')).toContainText('種類を確かめてください');
    await expect(queue.getByText('採用')).toHaveCount(8);
    await expect(page.getByTestId('queue-summary')).toContainText('12 件のうち 8 件を取り込みました');

    await entry('usage.csv').getByRole('button').first().click();
    const counts = page.getByTestId('row-counts');
    await expect(counts).toContainText('読み込み 480 行 = 採用 478 + 除外 2');
    await page.getByLabel('5 行目の month').fill('2024-04-01');
    await page.getByLabel('5 行目の month').press('Enter');
    await expect(counts).toContainText('採用 479 + 除外 1');
    await page.getByLabel('9 行目の logins').fill('7');
    await page.getByLabel('9 行目の logins').press('Enter');
    await expect(counts).toContainText('採用 480 + 除外 0');
    await expect(page.getByText('直しました')).toHaveCount(2);
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    await expect(page.getByTestId('import-summary').getByTestId('row-counts')).toContainText(
      '採用 480 + 除外 0',
    );

    await entry('large.csv').getByRole('button').first().click();
    await page.getByText(/^月\/日\/年/).click();
    await page.getByRole('button', { name: '行を確かめる' }).click();
    await expect(counts).toContainText('読み込み 250,000 行', { timeout: 60_000 });
    await screen.startAndStop();
    await expect(page.getByText('取り込みを中止しました。何も変更していません。')).toBeVisible();

    await expect(entry('large.csv')).toContainText('中止しました');
    await page.getByRole('button', { name: /件をやめて閉じる/ }).click();
    const question = page.getByRole('dialog', { name: '取り込みをやめますか？' });
    await expect(question.getByRole('listitem')).toHaveText(['churn.csv', 'large.csv', '商談.csv']);
    await question.getByRole('button', { name: 'やめて閉じる' }).click();
    await expect(screen.batches).toHaveCount(9);
    await page.getByRole('button', { name: '取り込みを元に戻す: spend.csv' }).click();
    await expect(screen.batches.filter({ hasText: 'spend.csv' })).toHaveAttribute('data-undone', 'true');
    await expect(page.getByTestId('foot')).toContainText('40 社');
    const longest = await longestTask();
    info.annotations.push({ type: 'longest task of the window', description: `${longest.toFixed(0)} ms` });
  });

  test('by keyboard alone: choose, map, mend, import, undo', async ({ app: { page } }) => {
    const usage = mixedFiles().find(({ name }) => name === 'usage.csv')!;
    await importsScreen(page).createWorkspace('Keys');
    // The page that has just opened may still draw the button again under the first press.
    await expect(async () => {
      await tabTo(page, /^ファイルを追加/);
      const chooser = page.waitForEvent('filechooser', { timeout: 3_000 });
      await page.keyboard.press('Enter');
      await (await chooser).setFiles({ name: usage.name, mimeType: 'text/csv', buffer: usage.bytes });
    }).toPass();
    await expect(page.getByTestId('preview')).toBeVisible();
    await tabTo(page, /^列の割り当てへ/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^行を確かめる/);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('row-counts')).toContainText('採用 478 + 除外 2');
    await tabTo(page, /^5 行目の month/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2024-04-01');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('row-counts')).toContainText('採用 479 + 除外 1');
    await tabTo(page, /^行を直す: 9 行目/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('row-counts')).toContainText('採用 480 + 除外 0');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(page.getByTestId('row-counts')).toContainText('採用 479 + 除外 1');
    await tabTo(page, /^取り込む$/);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('import-summary')).toBeVisible();
    await tabTo(page, /^データの点検を見る/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^取り込みを元に戻す: usage\.csv/);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('batch')).toHaveAttribute('data-undone', 'true');
  });
});
