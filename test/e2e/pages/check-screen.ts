import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../../helpers/app.ts';
import { coveredOrCut } from './covered-or-cut.ts';

export type Language = 'ja' | 'en';

const folder = resolve(import.meta.dirname, '../../../test-results/screens');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Every theme and size is photographed only when asked for: it takes four times as long. */
const wantsAllShots = process.env.MYAKU_ALL_SCREENS !== undefined;
/** Judged by every rule; in the other theme only what hangs on the theme is judged again: the contrast. */
const judgedThemes = { ja: 'light', en: 'dark' } as const;

/**
 * Looks at one screen in one language: its words, what overflows, overlaps or is cut at two sizes, axe in both themes,
 * a picture.
 */
export async function checkScreen(
  page: Page,
  language: Language,
  name: string,
  /** What alone is new since the last look, for axe. */
  part = 'body',
): Promise<void> {
  const theme = judgedThemes[language];
  const other = theme === 'light' ? 'dark' : 'light';
  const [small, large] = sizes;
  const shot = (look: string) => page.screenshot({ path: `${folder}/${name}-${language}-${look}.png` });
  const judgeSize = async ({ width }: Size) => {
    expect.soft(await overflowing(page), `overflow of ${name} at ${width}`).toEqual([]);
    expect.soft(await coveredOrCut(page), `overlaps and cuts of ${name} at ${width}`).toEqual([]);
  };
  await setLook(page, theme, large);
  await judgeSize(large);
  if (wantsAllShots) await shot(`${theme}-${large.width}`);
  await setLook(page, other, small);
  expect
    .soft(await severeViolations(page, part, ['color-contrast']), `contrast of ${name}, ${other}`)
    .toEqual([]);
  // Last, so that the next steps go on as they began.
  await setLook(page, theme, small);
  expect.soft(wordFaults(await visibleTexts(page), language), `words of ${name}`).toEqual([]);
  expect.soft(await severeViolations(page, part), `axe on ${name}, ${theme}`).toEqual([]);
  await judgeSize(small);
  await shot(`${theme}-${small.width}`);
  if (!wantsAllShots) return;
  for (const size of sizes.toReversed()) {
    await setLook(page, other, size);
    await shot(`${other}-${size.width}`);
  }
  await setLook(page, theme, small);
}

type Size = (typeof sizes)[number];

async function setLook(page: Page, colorScheme: 'light' | 'dark', size: Size): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  await settle(page);
}

/** Until nothing loads and nothing has moved for two frames. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], .mantine-Loader-root, .mantine-Skeleton-root') === null,
  );
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const still = Promise.all(
          document
            .getAnimations()
            .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
            .map((animation) => animation.finished.catch(() => undefined)),
        );
        void still.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      }),
  );
  await page.waitForTimeout(150);
}

/** What axe finds serious or critical in a part of a page. */
export async function severeViolations(page: Page, part = 'body', rules?: string[]): Promise<string[]> {
  // The rows of a long table are alike: the first few stand for all.
  const axe = new AxeBuilder({ page }).include(part).exclude('[role="grid"] tbody tr:nth-child(n + 6)');
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** What sticks out of the window to the side. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) faults.push(`document: ${root.scrollWidth}`);
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) {
      const widest = [...main.querySelectorAll('*')].find(
        (element) => element.getBoundingClientRect().right > main.getBoundingClientRect().right + 1,
      );
      faults.push(`main: ${main.scrollWidth} > ${main.clientWidth} ${widest?.outerHTML.slice(0, 120) ?? ''}`);
    }
    for (const dialog of document.querySelectorAll('[role="dialog"]')) {
      if (dialog.scrollWidth > dialog.clientWidth) faults.push(`dialog: ${dialog.scrollWidth}`);
    }
    // Columns that scroll down by themselves must not be cut at the side.
    for (const column of document.querySelectorAll('.scorecard-columns, .scorecard-columns *')) {
      const isScrolling = /auto|scroll/.test(getComputedStyle(column).overflowY);
      if (isScrolling && column.scrollWidth > column.clientWidth + 1) {
        const edge = column.getBoundingClientRect().right;
        const widest = [...column.querySelectorAll('*')].find(
          (element) => element.getBoundingClientRect().right > edge + 1,
        );
        faults.push(
          `${column.className}: ${column.scrollWidth} > ${column.clientWidth} ${widest?.outerHTML.slice(0, 160) ?? ''}`,
        );
      }
    }
    return faults;
  });
}

/** Every text that can be read, and every name that can be heard. */
function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || parent === null || parent.closest('script, style, noscript') !== null) continue;
      // What says of itself that it is in another language may be.
      if (parent.closest('body [lang]') !== null) continue;
      if (parent.checkVisibility()) texts.push(text);
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name)?.trim() ?? '';
        if (text !== '') texts.push(text);
      }
    }
    return [...new Set(texts)];
  });
}

const japaneseLetters = /[぀-ヿ一-鿿]/;
const englishSentence = /[A-Za-z]{2,}([ ,]+[A-Za-z]{2,}){2,}/;
/** Each language is named in itself. */
const ownNames = /^(日本語|English|.*\((日本語|English)\))$/;

/** Untranslated keys, unfilled placeholders and texts in the other language. */
function wordFaults(texts: readonly string[], language: Language): string[] {
  const foreign = language === 'en' ? japaneseLetters : englishSentence;
  return texts.filter(
    (text) =>
      /^[a-z]+([.:][a-zA-Z]+)+$/.test(text) ||
      text.includes('{{') ||
      /\b(undefined|NaN|\[object)\b/.test(text) ||
      (foreign.test(text) && !ownNames.test(text)),
  );
}
