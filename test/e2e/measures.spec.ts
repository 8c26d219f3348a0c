import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../helpers/app.ts';
import { numberIn } from './pages/frame.ts';
import { tabTo } from './pages/keys.ts';

test.use({ locale: 'en-US' });

test('finds the measures that carry signal, starts from a template, makes a ratio', async ({
  app: { page },
}) => {
  const main = page.getByRole('main');
  const table = page.getByRole('grid', { name: 'Measures' });
  const rows = table.locator('tbody tr[data-row]');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page.getByTestId('foot')).toContainText('70 churned');

  await test.step('sorts by AUC beside what chance reaches', async () => {
    await goToMeasures(page);
    await expect(main.getByText(/Design window .* 41 churned\. Optimistic/)).toBeVisible();
    await expect(page.getByTestId('cluster').first()).toBeVisible();
    const sorted = (await aucs(rows)).toSorted((a, b) => b - a);
    const byAuc = table.getByRole('button', { name: 'Ranking (AUC)' });
    await expect(byAuc).toContainText('↕');
    await byAuc.click();
    await expect.poll(() => aucs(rows)).toEqual(sorted);
    await byAuc.click();
    await expect.poll(() => aucs(rows)).toEqual(sorted.toReversed());
    await byAuc.click();
    await expect.poll(() => aucs(rows)).toEqual(sorted);
    await expect(rows.first()).toContainText(/chance \.\d/);
    await expect(rows.first().locator('.interval-bar-noise')).toBeVisible();
    await expect(table.locator('th[aria-sort]')).toContainText('Ranking (AUC)');
  });

  await test.step('opens the best and sees the rows its values came from', async () => {
    const name = (await rows.first().locator('.measure-name').innerText()).trim();
    await rows.first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByTestId('noise-words')).toContainText('is above both');
    await expect(page.getByTestId('other-sentence')).toContainText('大きいほど健全');
    const examples = page.getByRole('table', { name: 'Examples at the newest as-of date' });
    await expect(examples.getByRole('row')).toHaveCount(4);
    await expect(examples.getByRole('list').first()).toContainText(/\d{4}-\d{2}-\d{2} · /);
    const explained = page.getByTestId('example-rows').first();
    await expect(explained.getByRole('paragraph')).toContainText(/ = [\d.,−-]+/);
    await expect(explained.getByRole('img', { name: 'Row the value is made from' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Back to the table' }).click();
    await expect(rows.first()).toBeFocused();
  });

  await test.step('reads which of two like measures to keep', async () => {
    await main.getByRole('tab', { name: 'Similar measures' }).click();
    const hints = main.getByRole('region', { name: 'Which to keep of each group' });
    await expect(hints).toContainText(/Keep “Monthly active users/);
    const map = main.getByRole('application', { name: /Correlation map of/ });
    await map.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByTestId('cluster-hint')).toContainText('Keep “Monthly active users');
    await page.keyboard.press('Enter');
    await expect(map).toBeFocused();
  });

  await test.step('tells signal one can act on from signal one can’t', async () => {
    await main.getByRole('tab', { name: 'Signal × action' }).click();
    const map = main.getByRole('application', { name: /measures by how well they tell churn apart/ });
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Churn rate by value' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the table' }).click();
    await main.getByRole('tab', { name: 'Table' }).click();
  });

  await test.step('starts from a template', async () => {
    await page.getByRole('button', { name: 'From a template…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start from a template' });
    await dialog.getByRole('tab', { name: /^Frequency, breadth, depth/ }).click();
    await expect(dialog).toContainText('Columns it uses');
    await expect(dialog).toContainText('After: ');
    const listed = await dialog.locator('.template-made li li').allInnerTexts();
    const fresh = listed.filter((text) => !text.includes('you have it already'));
    expect(listed).toContain('Share of seats in use (you have it already)');
    await expect(dialog.getByTestId('new-measures')).toHaveText(`New measures: ${fresh.length}.`);
    await dialog.getByRole('button', { name: 'Start with this' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Frequency, breadth, depth/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
  });

  await test.step('makes a ratio to an attribute by keyboard alone', async () => {
    await page.keyboard.press('Alt+3');
    await expect(rows.first()).toBeVisible();
    await runCommand(page, 'Add measure');
    const drawer = page.getByRole('dialog', { name: 'New measure' });
    await tabTo(page, drawer.getByLabel('Name', { exact: true }));
    await page.keyboard.type('Kept');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Changes are not saved' });
    await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect(drawer.getByLabel('Name', { exact: true })).toHaveValue('Kept');
    await drawer.getByLabel('Name', { exact: true }).fill('');
    const field = (label: string) => drawer.getByLabel(label, { exact: true }).and(page.locator('input'));
    await tabTo(page, field('How it is computed'));
    await pickByArrows(page, 'Ratio of two measures');
    await tabTo(page, field('Measure above the line'));
    await pickByTyping(page, 'Monthly active users');
    await tabTo(page, field('Measure below the line'));
    await pickByTyping(page, 'Contracted seats');
    await expect(drawer.getByTestId('measure-words')).toContainText(
      /Monthly active users.*÷ “Contracted seats”/,
    );
    await tabTo(page, drawer.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(drawer).toBeHidden();
    await expect(table.getByRole('row', { name: /÷ “Contracted seats”/ })).toBeVisible();
    await expect(table.getByRole('row', { name: /Value of the attribute “Contracted seats”/ })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(table.getByRole('row', { name: /Contracted seats/ })).toHaveCount(0);
  });
});

async function goToMeasures(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Measures' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Measures' })).toBeVisible();
}

async function aucs(rows: Locator): Promise<number[]> {
  const texts = await rows.locator('.measure-auc b').allInnerTexts();
  return texts.map((text) => numberIn(`0${text}`));
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByPlaceholder('Find an action…')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Opens the list of the focused select and goes down until the wanted option is the marked one. */
async function pickByArrows(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Enter');
  const marked = page.locator('[role="option"][data-combobox-selected]').filter({ visible: true });
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await marked.count()) > 0 && (await marked.innerText()).trim() === option) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Types what to look for into the focused select and takes the first that fits. */
async function pickByTyping(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await expect(page.getByRole('option', { name: text }).filter({ visible: true }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
