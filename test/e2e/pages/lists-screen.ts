import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { numberIn } from './frame.ts';

/** ⑤ Lists: conditions left, the table right, export at the top right. */
export function listsScreen(page: Page) {
  const main = page.getByRole('main');
  const table = main.getByRole('grid', { name: '顧客のリスト' });
  return {
    table,
    count: main.locator('p[aria-live="polite"]').first(),
    async chooseBand(name: string): Promise<void> {
      await main.getByRole('checkbox', { name }).check();
    },
    async addAttribute(attribute: string, value: string): Promise<void> {
      await main.getByRole('button', { name: '属性の条件を追加' }).click();
      await choose(main, '属性', attribute);
      await choose(main, `${attribute} の値`, value);
      await page.keyboard.press('Escape');
    },
    async saveSegment(name: string): Promise<void> {
      await main.getByRole('button', { name: '名前を付けて保存' }).click();
      await main.getByLabel('セグメントの名前').fill(name);
      await main.getByRole('button', { name: '保存', exact: true }).click();
      await expect(this.segment(name)).toHaveAttribute('aria-pressed', 'true');
    },
    segment: (name: string) => main.getByRole('button', { name }),
    async total(): Promise<number> {
      return numberIn((await this.count.innerText()).split('/')[0] ?? '');
    },
    /** Every row of the table, scrolled through: cell texts without the box in front. */
    async allRows(): Promise<string[][]> {
      const total = await this.total();
      const rows = new Map<number, string[]>();
      await table.evaluate((element) => element.closest('.data-table')?.scrollTo(0, 0));
      for (let tries = 0; rows.size < total && tries < 200; tries += 1) {
        const seen = await table.locator('tbody tr[data-row]').evaluateAll((elements) =>
          elements.map((row) => ({
            index: Number(row.getAttribute('data-row')),
            cells: [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent ?? ''),
          })),
        );
        for (const { index, cells } of seen) if (cells[0] !== '…') rows.set(index, cells);
        await table.evaluate((element) => {
          const box = element.closest('.data-table');
          box?.scrollBy(0, box.clientHeight * 0.8);
        });
      }
      return [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells);
    },
    /** Exports what is listed; resolves to the file's name and text. */
    async exportCsv(): Promise<{ name: string; text: string }> {
      await main.getByRole('button', { name: 'CSVを書き出す' }).click();
      const dialog = page.getByRole('dialog', { name: 'リストの書き出し' });
      await expect(dialog.getByRole('table')).toBeVisible();
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '書き出す', exact: true }).click();
      const file = await download;
      await expect(dialog).toBeHidden();
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
    },
  };
}
