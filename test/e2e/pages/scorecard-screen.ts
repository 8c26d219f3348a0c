import { expect, type Locator, type Page } from '@playwright/test';
import { choose, fieldOf } from './choose.ts';

export interface GroupOfOne {
  readonly name: string;
  readonly weight: number;
  readonly measure: string;
  /** The values worth 0 and 100 points. */
  readonly worst: number;
  readonly best: number;
}

/** ③ Scorecard: groups and weights left, the scale in the middle, live figures right. */
export function scorecardScreen(page: Page) {
  const main = page.getByRole('main');
  const groupNamed = (name: string) => main.getByRole('region', { name, exact: true });
  return {
    live: main.getByRole('region', { name: 'いまの設計の成績' }),
    groupNamed,
    weightOf: (group: string): Locator =>
      groupNamed(group)
        .getByLabel(`「${group}」の重み`, { exact: true })
        .and(page.locator('input:not([type="range"])')),
    boundOf: (band: string) => fieldOf(main, `「${band}」の下限`),
    async createEmpty(): Promise<void> {
      await page.getByRole('button', { name: '空のスコアカードを作る' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /^スコア設計: / })).toBeVisible();
    },
    /** A group that holds one measure, scaled from 0 to 100 points along a straight line. */
    async addGroup(group: GroupOfOne): Promise<void> {
      await main.getByRole('button', { name: 'グループを追加' }).click();
      const name = fieldOf(groupNamed('新しいグループ'), 'グループの名前');
      await name.fill(group.name);
      await name.press('Enter');
      const card = groupNamed(group.name);
      await card.getByRole('button', { name: `「${group.name}」に指標を追加` }).click();
      await page.getByRole('dialog').getByRole('button', { name: group.measure }).click();
      await expect(main.getByRole('heading', { level: 2, name: group.measure })).toBeVisible();
      await this.weightOf(group.name).fill(String(group.weight));
      await main.getByText('直線', { exact: true }).click();
      await fieldOf(main, '0点になる値').fill(String(group.worst));
      await fieldOf(main, '100点になる値').fill(String(group.best));
      await fieldOf(main, '100点になる値').blur();
    },
    /** Opens another part of the scorecard than a measure in the middle column. */
    async openPart(name: string): Promise<void> {
      await main
        .getByRole('navigation', { name: 'スコアカードのほかの部分' })
        .getByRole('button', { name })
        .click();
    },
    async chooseScheme(scheme: string): Promise<void> {
      await this.openPart('ランクとネクストアクション');
      await choose(main, '評価方式', scheme);
    },
  };
}
