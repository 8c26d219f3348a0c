import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, fieldOf } from './choose.ts';
import { numberIn } from './frame.ts';

/** ④ Back-test: settings as chips, the verdict, the explorer and the tabs below. */
export function backtestScreen(page: Page) {
  const main = page.getByRole('main');
  const chips = main.getByRole('group', { name: '検証の設定' });
  const drawer = page.getByRole('dialog').filter({ has: page.getByRole('grid') });
  return {
    sentence: page.getByTestId('verdict-sentence'),
    verdict: page.getByTestId('verdict'),
    bands: page.getByTestId('band-table'),
    confusion: page.getByTestId('confusion'),
    handle: main.getByRole('slider', { name: '警戒のしきい値' }),
    drawer,
    chip: (name: string): Locator => chips.getByRole('button', { name: new RegExp(`^${name}:`) }),
    /** Unfolds the chips that say less. */
    async showAllChips(): Promise<void> {
      const more = chips.getByRole('button', { name: /^ほかの設定/ });
      if (await more.isVisible()) await more.click();
    },
    /** Opens one setting, lets `fill` change it and applies it. */
    async set(name: string, fill: (form: Locator) => Promise<void>): Promise<void> {
      if (!(await this.chip(name).isVisible()))
        await chips.getByRole('button', { name: /^ほかの設定/ }).click();
      await this.chip(name).click();
      const form = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: '適用' }) });
      await fill(form);
      await form.getByRole('button', { name: '適用' }).click();
      await expect(form).toBeHidden();
    },
    async setDays(days: readonly string[]): Promise<void> {
      await this.set('基準日', async (form) => {
        await choose(form, '間隔', '日付を指定');
        await form.locator('textarea').first().fill(days.join('\n'));
      });
    },
    async setNumber(name: string, value: number): Promise<void> {
      await this.set(name, (form) => fieldOf(form, name).fill(String(value)));
    },
    async setNoSplit(): Promise<void> {
      await this.set('検証期間の始まり', (form) => form.getByLabel(/^分けない/).check());
    },
    async grade(): Promise<void> {
      await main.getByRole('button', { name: '採点する', exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: '採点しました' }).last()).toBeVisible();
    },
    /** Writes the report to a file and answers its name. */
    async exportReport(folder: string): Promise<{ name: string; path: string }> {
      await main.getByRole('button', { name: '報告書を書き出す', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: '報告書の書き出し' });
      await expect(dialog.getByTestId('report-contents')).toBeVisible({ timeout: 60_000 });
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '書き出す', exact: true }).click();
      const file = await download;
      const path = join(folder, 'report.html');
      await file.saveAs(path);
      await expect(dialog).toBeHidden();
      return { name: file.suggestedFilename(), path };
    },
    async openTab(name: string): Promise<void> {
      await main.getByRole('tab', { name, exact: true }).click();
    },
    /** The rows of each band, the healthiest first. */
    async bandRows(): Promise<number[]> {
      await expect(this.bands).toBeVisible();
      const cells = await this.bands.locator('tbody tr td:nth-child(2)').allInnerTexts();
      return cells.map(numberIn);
    },
    /** The count of one of the four outcomes: it opens their rows. */
    confusionNumber: (name: string): Locator =>
      page
        .getByTestId('confusion')
        .getByRole('cell')
        .filter({ hasText: name })
        .getByRole('button', { name: /一覧を開く/ }),
    /** Opens the accounts behind a number; resolves to the rows and accounts its list names. */
    async drill(number: Locator): Promise<{ shown: number; rows: number; accounts: number }> {
      const shown = numberIn(await number.innerText());
      await number.click();
      await expect(drawer).toBeVisible();
      const counts = drawer.getByText(/行を開くと顧客の画面へ移ります/);
      await expect(counts).toBeVisible();
      const [rows = '', accounts = ''] = (await counts.innerText()).split('、');
      return { shown, rows: numberIn(rows), accounts: numberIn(accounts) };
    },
    async closeDrill(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
    },
    /** What the list under the explorer holds. */
    explorerCounts: (): Locator => main.getByText(/行を開くと顧客の画面へ移ります/),
  };
}
