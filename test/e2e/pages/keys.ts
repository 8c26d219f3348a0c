import type { Locator, Page } from '@playwright/test';
import { expect } from '../../helpers/app.ts';

/** Presses Tab until the element has the focus; fails where Tab never comes to it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 160; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target}`);
}

/** Where the focus is must be seen: an outline, a ring, or a border that only focus draws. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const drawn = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const isRinged = (part: Element) => {
      const style = getComputedStyle(part);
      const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      const hasStroke = part instanceof SVGElement && Number.parseFloat(style.strokeWidth) >= 2;
      return hasOutline || hasStroke || style.boxShadow !== 'none';
    };
    // A handle drawn in SVG shows its ring on the shape inside it.
    const parts = element instanceof SVGElement ? [...element.querySelectorAll('rect')] : [element];
    return parts.some(isRinged) ? 'seen' : element.outerHTML.slice(0, 120);
  });
  expect(drawn).toBe('seen');
}
