import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { english, japanese } from '../../renderer/i18n/catalogues.ts';
import { type App, expect, test } from '../helpers/app.ts';
import { checkScreen } from './pages/check-screen.ts';
import { frameOf } from './pages/frame.ts';
import { listsScreen } from './pages/lists-screen.ts';

const { workspace: words, home, common } = japanese;
const fill = (text: string, values: Record<string, string>) =>
  text.replace(/{{(\w+)}}/g, (_, key: string) => values[key] ?? '');

const fileOf = ({ host }: App, name: string) => join(host.workspaceFolder, `${name}.myaku`);
const openLink = (page: Page, name: string) =>
  page.getByRole('button', { name: fill(home.recents.open, { name }), exact: true });

test.setTimeout(120_000);

async function create(page: Page, name: string): Promise<void> {
  await page.getByLabel(home.doors.files.name).fill(name);
  await page.getByRole('button', { name: home.doors.files.create }).click();
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

/** One design step: a segment of the first band. */
async function saveSegment(page: Page, name: string): Promise<void> {
  const box = page.getByRole('main').getByRole('checkbox').first();
  if (!(await box.isChecked())) await box.check();
  await listsScreen(page).saveSegment(name);
}

/** To Home, with the doors to another workspace. */
async function goHome(page: Page): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: japanese.shell.rail.home }).click();
  await page.getByRole('button', { name: home.another }).click();
}

test.describe('a workspace file', () => {
  test('that is cut off is opened from its newest good backup', async ({ app }) => {
    const { page } = app;
    await create(page, '得意先A');
    await goHome(page);
    await create(page, '得意先B');
    const image = readFileSync(fileOf(app, '得意先A'));
    writeFileSync(fileOf(app, '得意先A'), image.subarray(0, image.length / 2));
    await goHome(page);
    await openLink(page, '得意先A').click();
    const dialog = page.getByRole('dialog', { name: fill(words.refused.title, { file: '得意先A.myaku' }) });
    await expect(dialog).toContainText(japanese.errors.workspaceDamaged);
    await expect(dialog).toContainText(/バックアップ: \d{4}-\d{2}-\d{2}/);
    await checkScreen(page, 'ja', '31-refused');
    await dialog.getByRole('button', { name: common.action.cancel }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: '得意先B' })).toBeVisible();

    await openLink(page, '得意先A').click();
    await dialog.getByRole('button', { name: words.refused.open }).click();
    await expect(page.getByRole('heading', { level: 1, name: '得意先A' })).toBeVisible();
    expect(readFileSync(fileOf(app, '得意先A')).equals(image)).toBe(true);
    const kept = readdirSync(app.host.workspaceFolder).filter((name) => name.includes('.damaged-'));
    expect(kept).toHaveLength(1);
    await expect(frameOf(page).notice(kept[0]!)).toBeVisible();
  });

  test('that is no workspace, in English, says that there is no backup here', async ({ app }) => {
    const { page } = app;
    await page.getByText('EN', { exact: true }).click();
    writeFileSync(fileOf(app, 'Notes 2024'), 'only text');
    await page.reload();
    const name = fill(english.home.recents.open, { name: 'Notes 2024' });
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(english.errors.notAWorkspace);
    await expect(dialog).toContainText(english.workspace.refused.noBackup);
    await checkScreen(page, 'en', '32-refused');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('that was replaced can be compared, restored and kept', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: home.doors.sample.button }).click();
    await expect(page.getByRole('heading', { name: home.checklist.title })).toBeVisible();
    const [name] = readdirSync(app.host.workspaceFolder).filter((file) => file.endsWith('.myaku'));
    const path = join(app.host.workspaceFolder, name!);
    const older = readFileSync(path);
    await page.goto(`${app.host.origin}/#/lists`);
    await saveSegment(page, 'あとから');
    await frameOf(page).expectSaved();
    await goHome(page);
    await create(page, '別の会社');
    await goHome(page);
    writeFileSync(path, older);
    const sample = openLink(page, name!.replace('.myaku', ''));
    await sample.click();
    const banner = page.getByRole('alert').filter({ hasText: words.differs.title });
    await banner.getByRole('button', { name: words.differs.compare }).click();
    const dialog = page.getByRole('dialog', { name: words.differs.compareTitle });
    const steps = dialog.getByRole('row', { name: words.differs.designSteps });
    await expect(steps).toBeVisible();
    await checkScreen(page, 'ja', '33-compare-saved');
    const [here, saved] = (await steps.getByRole('cell').allInnerTexts()).map(Number);
    expect(saved).toBe(here! + 1);
    await dialog.getByRole('button', { name: words.differs.restore }).click();
    await expect(banner).toBeHidden();
    await page.goto(`${app.host.origin}/#/lists`);
    await expect(listsScreen(page).segment('あとから')).toBeVisible();

    await goHome(page);
    await openLink(page, '別の会社').click();
    await expect(page.getByRole('heading', { level: 1, name: '別の会社' })).toBeVisible();
    writeFileSync(path, older);
    await goHome(page);
    await sample.click();
    await banner.getByRole('button', { name: words.differs.keep }).click();
    await expect(banner).toBeHidden();
    await goHome(page);
    await openLink(page, '別の会社').click();
    await expect(page.getByRole('heading', { level: 1, name: '別の会社' })).toBeVisible();
    await goHome(page);
    await sample.click();
    await expect(page.getByRole('heading', { name: home.checklist.title })).toBeVisible();
    await expect(banner).toBeHidden();
  });

  test('that somebody else changed stops the save and asks', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: home.doors.sample.button }).click();
    await expect(page.getByRole('heading', { name: home.checklist.title })).toBeVisible();
    const [name] = readdirSync(app.host.workspaceFolder).filter((file) => file.endsWith('.myaku'));
    const path = join(app.host.workspaceFolder, name!);
    await page.goto(`${app.host.origin}/#/lists`);
    await frameOf(page).expectSaved();
    const theirs = Buffer.concat([readFileSync(path), Buffer.alloc(1)]);
    writeFileSync(path, theirs);
    await saveSegment(page, '自分の');
    const dialog = page.getByRole('dialog', { name: words.changed.title });
    await expect(dialog).toBeVisible();
    await expect(page.getByTestId('save-state')).toHaveText(japanese.shell.save.failed);
    await checkScreen(page, 'ja', '34-changed-outside');
    await dialog.getByRole('button', { name: words.changed.later }).click();
    expect(readFileSync(path).equals(theirs)).toBe(true);
    await page.getByRole('button', { name: words.changed.decide }).click();
    await dialog.getByLabel(words.changed.name).fill('自分の分');
    await dialog.getByRole('button', { name: words.changed.saveAs }).click();
    await expect(dialog).toBeHidden();
    await frameOf(page).expectSaved();
    await expect(listsScreen(page).segment('自分の')).toBeVisible();
    expect(readFileSync(path).equals(theirs)).toBe(true);

    const mine = fileOf(app, '自分の分');
    writeFileSync(mine, theirs);
    await saveSegment(page, 'もう一つ');
    await dialog.getByRole('button', { name: words.changed.overwrite }).click();
    await expect(dialog).toBeHidden();
    await frameOf(page).expectSaved();
    expect(readFileSync(mine).equals(theirs)).toBe(false);
  });

  test('is deleted with its backups once its name is typed', async ({ app }) => {
    const { page } = app;
    await create(page, '去る会社');
    await goHome(page);
    await page.getByRole('button', { name: fill(words.delete.label, { name: '去る会社' }) }).click();
    const dialog = page.getByRole('dialog', { name: words.delete.title });
    const button = dialog.getByRole('button', { name: words.delete.button });
    await expect(button).toBeDisabled();
    await checkScreen(page, 'ja', '35-delete-data');
    await dialog.getByRole('textbox').fill('去る会社');
    await button.click();
    await expect(page.getByRole('heading', { level: 1, name: home.welcome.title })).toBeVisible();
    expect(readdirSync(app.host.workspaceFolder)).toEqual([]);
    expect(readdirSync(join(app.host.dataFolder, 'backups'))).toEqual([]);
    await expect(openLink(page, '去る会社')).toBeHidden();
  });

  test('that is gone is restored from its backup', async ({ app }) => {
    const { page } = app;
    await create(page, '得意先A');
    await goHome(page);
    await create(page, '得意先B');
    rmSync(fileOf(app, '得意先A'));
    await goHome(page);
    await openLink(page, '得意先A').click();
    await page.getByRole('dialog').getByRole('button', { name: words.refused.open }).click();
    await expect(page.getByRole('heading', { level: 1, name: '得意先A' })).toBeVisible();
  });
});

test.describe('an engine that dies', () => {
  const preload = resolve(import.meta.dirname, '../helpers/end-engine.mjs');
  test.use({ hostOptions: { nodeOptions: `--import=${preload}` } });

  test('is started again, and the steps it lost are done again', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: home.doors.sample.button }).click();
    await expect(page.getByRole('heading', { name: home.checklist.title })).toBeVisible();
    await page.goto(`${app.host.origin}/#/lists`);
    const lists = listsScreen(page);
    await saveSegment(page, '保存済み');
    await frameOf(page).expectSaved();
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await saveSegment(page, '未保存');
    app.host.process.kill('SIGUSR2');
    const banner = page.getByRole('alert').filter({ hasText: fill(words.lost.title_one, { value: '1' }) });
    await expect(frameOf(page).notice(japanese.shell.restarted)).toBeVisible();
    await expect(lists.segment('保存済み')).toBeVisible();
    await expect(lists.segment('未保存')).toBeHidden();
    await checkScreen(page, 'ja', '36-lost-steps');
    await banner.getByRole('button', { name: words.lost.again }).click();
    await expect(lists.segment('未保存')).toBeVisible();
    await expect(banner).toBeHidden();
    await frameOf(page).expectSaved();
    app.faults.splice(0);
  });
});
