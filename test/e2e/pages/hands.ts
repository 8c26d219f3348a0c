import { expect, type Locator, type Page } from '@playwright/test';

/** One way to work a screen; the same journey runs with either. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Picks an option of a select by what it says. */
  choose(field: Locator, option: string): Promise<void>;
  /** Moves a slider, of HTML or drawn, a little towards its start. */
  push(slider: Locator): Promise<void>;
  /** A tag typed into a field of tags. */
  tag(field: Locator, text: string): Promise<void>;
  /** Opens a tab of a list of tabs. */
  tab(target: Locator): Promise<void>;
  /** Opens a menu and takes the item that says this. */
  menu(opener: Locator, item: string): Promise<void>;
}

export function mouse(page: Page): Hand {
  return {
    name: 'mouse',
    press: (target) => target.click(),
    async write(field, text) {
      await field.fill(text);
      await field.blur();
    },
    async choose(field, option) {
      await field.click();
      await page.getByRole('option', { name: option, exact: true }).filter({ visible: true }).click();
    },
    async push(slider) {
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      if (box === null) throw new Error(`${slider} is not drawn`);
      const isDrawn = await slider.evaluate((element) => element instanceof SVGElement);
      const at = { x: box.x + box.width / 2, y: box.y + (isDrawn ? 8 : box.height / 2) };
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x - 12, at.y, { steps: 4 });
      await page.mouse.move(at.x - 30, at.y, { steps: 4 });
      await page.mouse.up();
    },
    async tag(field, text) {
      await field.click();
      await page.getByRole('option', { name: text, exact: true }).filter({ visible: true }).click();
    },
    tab: (target) => target.click(),
    async menu(opener, item) {
      await opener.click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}

export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  return {
    name: 'keyboard',
    async press(target) {
      await goTo(page, target);
      await keys.press('Enter');
    },
    async write(field, text) {
      await goTo(page, field);
      await keys.press('ControlOrMeta+a');
      await keys.type(text);
      await keys.press('Tab');
    },
    async choose(field, option) {
      await goTo(page, field);
      await keys.press('Enter');
      await walkTo(page, option);
    },
    async push(slider) {
      await goTo(page, slider);
      await keys.press('ArrowLeft');
      await keys.press('ArrowLeft');
    },
    async tag(field, text) {
      await goTo(page, field);
      await keys.type(text);
      await keys.press('Enter');
      await keys.press('Escape');
    },
    async tab(target) {
      await expect(target).toBeVisible();
      await goTo(page, page.getByRole('tab', { selected: true }).first());
      await walk(page, target);
      await expect(target).toHaveAttribute('aria-selected', 'true');
    },
    async menu(opener, item) {
      await goTo(page, opener);
      await keys.press('Enter');
      const found = page.getByRole('menuitem', { name: item });
      await expect(found).toBeVisible();
      await walk(page, found);
      await keys.press('Enter');
    },
  };
}

/** Presses Tab, or Shift+Tab where the element stands before, until it has the focus. */
async function goTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  for (let tries = 0; tries < 60; tries += 1) {
    const way = await target.evaluate((element) => {
      const active = document.activeElement ?? document.body;
      if (active === element) return null;
      const stops = [
        ...document.querySelectorAll<HTMLElement | SVGElement>('a, button, input, textarea, [tabindex]'),
      ].filter((stop) => stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility());
      const from = stops.indexOf(active as HTMLElement);
      return from < 0 ? 1 : stops.indexOf(element as HTMLElement) - from;
    });
    if (way === null) return;
    // The count is a guess, so the last presses are taken one at a time.
    const sure = Math.max(1, Math.abs(way) - 3);
    for (let press = 0; press < sure; press += 1) await page.keyboard.press(way < 0 ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never comes to ${target}`);
}

async function walkTo(page: Page, option: string): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true }).filter({ visible: true });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    const isMarked = await wanted.evaluate((element) => element.hasAttribute('data-combobox-selected'));
    if (isMarked) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Presses the down arrow until the element has the focus. */
async function walk(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 16; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(target).toBeFocused();
}
