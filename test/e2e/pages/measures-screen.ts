import { expect, type Locator, type Page } from '@playwright/test';
import { choose, fieldOf } from './choose.ts';

/** ② Measures: the table, and the drawer that makes one. */
export function measuresScreen(page: Page) {
  const drawer = page.getByRole('dialog', { name: '新しい指標' });
  return {
    table: page.getByRole('grid', { name: '指標の一覧' }),
    words: drawer.getByTestId('measure-words'),
    /** Opens the drawer, lets `fill` set the fields, names and saves. */
    async add(name: string, fill: (drawer: Locator) => Promise<void>): Promise<void> {
      await page.getByRole('button', { name: '指標を追加' }).first().click();
      await expect(drawer).toBeVisible();
      await fill(drawer);
      await fieldOf(drawer, '名前').fill(name);
      await drawer.getByRole('button', { name: '保存' }).click();
      await expect(drawer).toBeHidden();
      await expect(this.table.getByRole('row', { name: new RegExp(name) })).toBeVisible();
    },
    async addLastMonthOf(metric: string, name: string): Promise<void> {
      await this.add(name, async (form) => {
        await choose(form, '集計方法', '合計');
        await choose(form, 'データ列', metric);
        await fieldOf(form, '集計期間').fill('1');
        await choose(form, '行のない日や期間', '0とする');
        await expect(this.words).toContainText(
          `直近の終わった1か月の「${metric}」の合計。行のない月は0とする`,
        );
      });
    },
    async addRecordCount(filter: { column: string; value: string }, name: string): Promise<void> {
      await this.add(name, async (form) => {
        await choose(form, '集計方法', '記録の件数');
        await fieldOf(form, '集計期間').fill('90');
        await form.getByRole('button', { name: '条件を追加' }).click();
        await choose(form, '列', filter.column);
        await fieldOf(form, '値').fill(filter.value);
        await expect(this.words).toContainText(`${filter.column} が「${filter.value}」`);
        await form.getByRole('heading').first().click();
      });
    },
    async addTenure(name: string): Promise<void> {
      await this.add(name, (form) => choose(form, '集計方法', '契約の長さ'));
    },
  };
}
