import { expect, type Locator, type Page } from '@playwright/test';

/** The rail, the header and the notices around every page. */
export function frameOf(page: Page) {
  const rail = page.getByRole('navigation').first();
  return {
    main: page.getByRole('main'),
    foot: page.getByTestId('foot'),
    async go(name: string, heading: string | RegExp = name): Promise<void> {
      await rail.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    },
    /** The notice that says what was taken back or done again. */
    notice(text: string | RegExp): Locator {
      return page.getByRole('alert').filter({ hasText: text });
    },
    async expectSaved(): Promise<void> {
      await expect(page.getByTestId('save-state')).toHaveText(/^保存済み/);
    },
  };
}

/** "1,388" or "1,388 社" as a number. */
export function numberIn(text: string): number {
  const found = /[\d,]+(\.\d+)?/.exec(text)?.[0];
  if (found === undefined) throw new Error(`no number in "${text}"`);
  return Number(found.replaceAll(',', ''));
}
