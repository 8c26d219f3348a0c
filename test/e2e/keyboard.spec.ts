import { readFileSync } from 'node:fs';
import { expect, test } from '../helpers/app.ts';
import { numberIn } from './pages/frame.ts';
import { expectFocusSeen, tabTo } from './pages/keys.ts';

test.use({ locale: 'en-US' });

test('goes from the first screen to an exported list by keyboard alone', async ({ app: { page } }) => {
  const { keyboard } = page;
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const heading = (name: string | RegExp) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await test.step('opens the sample', async () => {
    await heading('Welcome to Myaku');
    await tabTo(page, button('Open the sample'));
    await expectFocusSeen(page);
    await press('Enter');
    await expect(page.getByTestId('foot')).toContainText('70 churned', { timeout: 60_000 });
  });

  await test.step('opens a measure from the table and comes back to its row', async () => {
    await press('ControlOrMeta+k');
    await expect(page.getByPlaceholder('Find an action…')).toBeFocused();
    await keyboard.type('Measures');
    await press('Enter');
    await heading('Measures');
    const rows = page.getByRole('grid', { name: 'Measures' }).locator('tbody tr[data-row]');
    await expect(rows.nth(1)).toBeVisible();
    await tabTo(page, rows.first());
    await press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await expectFocusSeen(page);
    await press('Enter');
    await expect(page.getByRole('heading', { name: 'Churn rate by value' })).toBeVisible();
    await expect(button('Back to the table')).toBeFocused();
    await press('Enter');
    await expect(rows.nth(1)).toBeFocused();
  });

  await test.step('changes a weight and a cut-off, and takes both back', async () => {
    await press('Alt+4');
    await heading(/^Scorecard/);
    const weight = main.getByRole('slider', { name: /^Weight of/ }).first();
    await tabTo(page, weight);
    const before = await weight.inputValue();
    await press('ArrowRight', 'ArrowRight');
    await expect(weight).toHaveValue(String(Number(before) + 2));
    const cutoff = main.getByRole('slider', { name: 'Cut-off 1' });
    await tabTo(page, cutoff);
    await expectFocusSeen(page);
    const at = await cutoff.getAttribute('aria-valuenow');
    await press('ArrowRight');
    await expect(cutoff).not.toHaveAttribute('aria-valuenow', at ?? '');
    await expect(page.getByRole('button', { name: /^Undo: .*cut-off/i })).toBeEnabled();
    await press('ControlOrMeta+z');
    await expect(cutoff).toHaveAttribute('aria-valuenow', at ?? '');
    await press('ControlOrMeta+z');
    await expect(weight).toHaveValue(before);
  });

  await test.step('jumps from a card to its handles and back, and between panes', async () => {
    const card = main.locator('.measure-card-name').first();
    await card.focus();
    await press('Enter');
    await expect(main.locator('.scorecard-middle [role="slider"]').first()).toBeFocused();
    await press('Escape');
    await expect(card).toBeFocused();
    const paneOf = () =>
      page.evaluate(() => document.activeElement?.closest('header, [data-pane]')?.className ?? '');
    await press('F6');
    expect(await paneOf()).toContain('scorecard-middle');
    await press('F6');
    expect(await paneOf()).toContain('scorecard-right');
    await press('F6', 'Shift+F6', 'Shift+F6', 'Shift+F6');
    expect(await paneOf()).toContain('scorecard-left');
  });

  await test.step('grades, moves the threshold and opens a number', async () => {
    await press('Alt+5');
    await heading('Back-test');
    await tabTo(page, button('Grade'));
    await press('Enter');
    await expect(page.getByTestId('verdict-sentence')).toBeVisible();
    const handle = main.getByRole('slider', { name: 'Alarm threshold' });
    await tabTo(page, handle);
    await expectFocusSeen(page);
    const alarms = page.getByTestId('confusion').getByRole('button').nth(1);
    const before = numberIn(await alarms.innerText());
    await press('PageUp', 'PageUp', 'ArrowRight');
    await expect.poll(async () => numberIn(await alarms.innerText())).toBeGreaterThan(before);
    await tabTo(page, alarms);
    await press('Enter');
    await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
    await press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(alarms).toBeFocused();
  });

  await test.step('chooses bands, saves the segment and exports the list', async () => {
    await press('Alt+6');
    await heading('Lists');
    const count = main.locator('p[aria-live="polite"]').first();
    await expect(count).toContainText(/^\d/);
    for (const band of ['Watch', 'Alarm']) {
      const before = await count.innerText();
      await tabTo(page, main.getByRole('checkbox', { name: band }));
      await press('Space');
      await expect(count).not.toHaveText(before);
      await expect(count).toContainText(/^\d/);
    }
    const save = button('Save under a name');
    await press('Shift+Tab', 'Shift+Tab');
    for (let presses = 0; presses < 20; presses += 1) {
      if (await save.evaluate((element) => element === document.activeElement)) break;
      await press('Shift+Tab');
    }
    await expect(save).toBeFocused();
    await press('Enter');
    await keyboard.type('To call');
    await press('Enter');
    await expect(button('To call')).toHaveAttribute('aria-pressed', 'true');
    const listed = numberIn(await count.innerText());
    await press('ControlOrMeta+k');
    await expect(page.getByPlaceholder('Find an action…')).toBeFocused();
    await keyboard.type('Export CSV');
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: /export/i });
    const write = dialog.getByRole('button', { name: 'Export', exact: true });
    await expect(write).toBeEnabled();
    await tabTo(page, write);
    const download = page.waitForEvent('download');
    await press('Enter');
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(listed + 1);
    await expect(dialog).toBeHidden();
  });
});
