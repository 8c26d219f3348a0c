import { expect, type Page } from '@playwright/test';

/** ① Data: the import of one file after another, with what the app suggests. */
export function importsScreen(page: Page) {
  return {
    async createWorkspace(name: string): Promise<void> {
      await page.getByLabel('ワークスペースの名前').fill(name);
      await page.getByRole('button', { name: '空のワークスペースを作る' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'データ' })).toBeVisible();
    },
    async addFiles(paths: readonly string[]): Promise<void> {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'ファイルを追加' }).click();
      await (await chooser).setFiles([...paths]);
    },
    /** Takes the open file through its three stops; resolves to what the screen says of its rows. */
    async importOpenFile(): Promise<string> {
      await page.getByRole('button', { name: '列の割り当てへ' }).click();
      await page.getByRole('button', { name: '行を確かめる' }).click();
      await expect(page.getByTestId('row-counts')).toBeVisible();
      await page.getByRole('button', { name: '取り込む', exact: true }).click();
      const summary = page.getByTestId('import-summary');
      await expect(summary).toBeVisible({ timeout: 60_000 });
      return summary.getByTestId('row-counts').innerText();
    },
    /** Starts the import and stops it in the frame in which it can be stopped: on a busy machine a hand comes too late. */
    async startAndStop(): Promise<void> {
      await page.evaluate((label) => {
        const watch = new MutationObserver(() => {
          const stop = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === label,
          );
          if (stop === undefined) return;
          watch.disconnect();
          stop.click();
        });
        watch.observe(document.body, { subtree: true, childList: true });
      }, '取り込みを中止');
      await page.getByRole('button', { name: '取り込む', exact: true }).click();
    },
    async nextFile(): Promise<void> {
      await page.getByRole('button', { name: /^次のファイル/ }).click();
    },
    async finish(): Promise<void> {
      await page.getByRole('button', { name: 'データの点検を見る' }).click();
    },
    batches: page.getByTestId('batch'),
  };
}
