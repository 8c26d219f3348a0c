import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { english, japanese } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import { runEngine } from '../helpers/run-engine.ts';
import { isoDay } from '../helpers/saas-panel.ts';
import { sampleStep, sampleUntil, zipOf } from '../helpers/sample-until.ts';
import { checkScreen } from './pages/check-screen.ts';
import { frameOf, numberIn } from './pages/frame.ts';
import { importsScreen } from './pages/imports-screen.ts';

const { lifecycle: words, home, shell, common } = japanese;
const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/{{(\w+)}}/g, (_, key: string) => String(values[key] ?? ''));
const name = '四半期';

/** A workspace as it was on the last day of March 2024, with the sample's scorecard. */
async function makeWorkspace(folder: string): Promise<void> {
  const engine = await runEngine();
  try {
    await engine.get('workspace.create', { name });
    for (const { path, plan } of sampleUntil(isoDay('2024-03-31'), { language: 'ja' })) {
      const token = await engine.addFile(path);
      await engine.get('imports.commit', { token, plan, taskId: path });
    }
    await engine.get('design.commit', sampleStep('ja').step);
    await engine.get('workspace.save', {});
    const made = join(engine.folder, 'workspaces');
    for (const file of readdirSync(made)) {
      if (file.endsWith('.myaku')) copyFileSync(join(made, file), join(folder, file));
    }
  } finally {
    await engine.stop();
  }
}

/** The tab with this part, whatever its count. */
const tabOf = (page: Page, label: string): Locator =>
  page.getByRole('tab', { name: label.replace(/ \(.*$/, '') });

const dayField = async (field: Locator, day: string): Promise<void> => {
  await field.fill(day);
  await field.press('Tab');
};

test('a version is frozen, seals what nobody knows, is graded on it, and reviewed', async ({ app }) => {
  const { page, host } = app;
  await makeWorkspace(host.workspaceFolder);
  await page.reload();
  await page.getByRole('button', { name: fill(home.recents.open, { name }), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const frame = frameOf(page);
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await frame.go(shell.rail.lifecycle, words.title);

  await main.getByRole('button', { name: words.save }).click();
  await dialog.getByLabel(words.name).fill('春の版');
  await dialog.getByRole('button', { name: common.action.save }).click();
  const versions = main.getByRole('table', { name: words.versions.title });
  await expect(versions).toContainText('春の版');

  await main.getByRole('button', { name: fill(words.versions.freezeLabel, { number: 1 }) }).click();
  await dialog.getByRole('button', { name: words.freeze.submit }).click();
  await expect(main.getByTestId('notice')).toContainText('v1');
  await expect(versions).toContainText(/まで変更しない/);

  // Sealing: a day of which all is known is refused, one of which a part is known says so.
  await main.getByRole('button', { name: fill(words.versions.sealLabel, { number: 1 }) }).click();
  await dialog.getByLabel(words.sealing.gap).fill('0');
  await dialog.getByLabel(words.sealing.horizon).fill('90');
  const asOf = dialog.getByLabel(words.sealing.asOf, { exact: true });
  const seal = dialog.getByRole('button', { name: words.sealing.submit });
  await dayField(asOf, '2023-12-31');
  await expect(dialog).toContainText(words.sealing.mature);
  await expect(seal).toBeDisabled();
  await dayField(asOf, '2024-02-29');
  await expect(dialog).toContainText(fill(words.sealing.partly, { known: 31, all: 90 }));
  await checkScreen(page, 'ja', '41-sealing', '[role="dialog"]');
  await dayField(asOf, '2024-03-31');
  await expect(dialog).toContainText('2024年6月29日');
  await seal.click();
  const seals = main.getByRole('grid', { name: words.seals.title });
  await expect(seals).toContainText(words.seals.states.waiting);
  await seals.getByRole('row').nth(1).click();
  await expect(main.getByTestId('seal-waits')).toContainText('2024年6月29日');
  const fingerprint = await main.getByTestId('fingerprint').getAttribute('title');
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  await expect(main.getByRole('button', { name: words.grade.button })).toHaveCount(0);

  // A quarter later the data are in.
  const zip = join(mkdtempSync(join(tmpdir(), 'myaku-later-')), '6月.zip');
  await zipOf(sampleUntil(isoDay('2024-06-30'), { language: 'ja', from: isoDay('2024-04-01') }), zip);
  await frame.go(shell.rail.data, japanese.data.title);
  await importsScreen(page).addFiles([zip]);
  await expect(frame.foot).toContainText('2024-06-30', { timeout: 30_000 });

  await frame.go(shell.rail.lifecycle, words.title);
  await tabOf(page, words.tabs.seals).click();
  await expect(seals).toContainText(words.seals.states.ready);
  await seals.getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await main.getByRole('button', { name: words.grade.button, exact: true }).click();
  await expect(main.getByTestId('seal-grade')).toContainText('解約');
  expect(await main.getByTestId('fingerprint').getAttribute('title')).toBe(fingerprint);
  const churned = main.getByRole('button', {
    name: new RegExp(`^${fill(words.grade.openCell, { what: words.grade.count.churned, value: '' })}`),
  });
  const count = numberIn(await churned.first().innerText());
  await churned.first().click();
  const rows = main.getByRole('grid', { name: new RegExp(`^${words.grade.count.churned} `) });
  await expect(rows).toHaveAttribute('aria-rowcount', String(count + 1));
  await checkScreen(page, 'ja', '42-graded', 'main');

  // The freeze ends early, with a reason: Home says that the review is due.
  await main.getByRole('button', { name: words.seals.back }).click();
  await main.getByRole('button', { name: words.banner.end }).click();
  await dialog.getByLabel(words.freeze.reason).fill('集計の誤りが分かった');
  await dialog.getByRole('button', { name: words.freeze.endSubmit }).click();
  await frame.go(shell.rail.home, name);
  const due = main.getByTestId('review-due');
  await expect(due).toContainText('v1');
  await due.getByRole('link', { name: words.banner.open }).click();
  await main.getByTestId('notice').getByRole('button', { name: words.banner.open }).click();
  const review = main.getByTestId('review');
  await expect(review.getByRole('link')).toContainText('2024-03-31');
  await review.getByRole('radio', { name: words.review.decisions.change }).check();
  await review.getByLabel(words.review.note).fill('ログインの重みを半分にする');
  await review.getByRole('button', { name: words.review.submit }).click();
  await expect(review).toContainText(`: ${words.review.decisions.change}`);
  await expect(main.getByTestId('notice')).toHaveCount(0);
  await checkScreen(page, 'ja', '43-review', 'main');

  await tabOf(page, words.tabs.split).click();
  await main.getByRole('button', { name: words.split.run }).click();
  const split = main.getByTestId('split');
  await expect(split.getByRole('table')).toContainText(words.split.part.behaviour);
  await checkScreen(page, 'ja', '44-split', 'main');

  await main.getByText(words.timeline.table).click();
  const dates = main.getByRole('table', { name: words.timeline.title });
  await expect(dates).toContainText('2024-06-29');
  await expect(dates).toContainText(fill(words.timeline.event.review, { number: 1, decision: '変える' }));

  // In English, and after the file was opened again.
  await page.getByText('EN', { exact: true }).click();
  await main.getByRole('tab').first().click();
  await main.getByRole('button', { name: 'Freeze: v1' }).click();
  await dialog.getByRole('button', { name: english.lifecycle.freeze.submit }).click();
  await expect(page.getByTestId('save-state')).toContainText(/^Saved/);
  await page.reload();
  await expect(main.getByTestId('notice')).toContainText(english.lifecycle.banner.frozenText);
  await tabOf(page, english.lifecycle.tabs.seals).click();
  await expect(main.getByRole('grid', { name: english.lifecycle.seals.title })).toContainText(
    english.lifecycle.seals.states.graded,
  );
});
