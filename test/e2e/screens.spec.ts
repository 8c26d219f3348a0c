import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { english, japanese } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import { checkScreen, type Language } from './pages/check-screen.ts';
import { lookAtScorecard } from './pages/scorecard-looks.ts';

const files = {
  ja: { name: '利用.csv', header: '顧客ID,月,チャット回数' },
  en: { name: 'Chats 2024.csv', header: 'account id,month,chats' },
};

/** What a number that opens its accounts is called. */
const opensList = { ja: /一覧を開く$/, en: /open the list$/ };

// The two longest tests of all: one worker each.
test.describe.configure({ mode: 'parallel' });

for (const language of ['ja', 'en'] as const) {
  test.describe(`every screen in ${language}`, () => {
    test.use({ locale: language === 'ja' ? 'ja-JP' : 'en-US', viewport: { width: 1280, height: 800 } });

    test('fits, speaks one language and can be read by everybody, in both themes', async ({
      app: { page },
    }) => {
      test.setTimeout(900_000);
      const words = language === 'ja' ? japanese : english;
      const look = (name: string, part?: string) => checkScreen(page, language, name, part);
      const main = page.getByRole('main');
      const goTo = async (route: keyof typeof words.shell.rail, heading: string | RegExp) => {
        await page.getByRole('link', { name: words.shell.rail[route] }).first().click();
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      };

      await expect(page.getByRole('heading', { level: 1, name: words.home.welcome.title })).toBeVisible();
      await look('01-first-start');
      await page.getByRole('button', { name: words.home.doors.sample.button }).click();
      await expect(page.getByRole('heading', { name: words.home.checklist.title })).toBeVisible();
      await look('02-home');

      await goTo('data', words.data.title);
      await expect(page.getByTestId('batch').first()).toBeVisible();
      await look('03-data');
      await lookAtImport(page, language, look);

      await goTo('measures', words.measures.title);
      const measures = main.getByRole('grid', { name: words.measures.tableLabel });
      await look('07-measures');
      await expect(page.getByTestId('cluster').first()).toBeVisible();
      for (const tab of ['correlation', 'predictive'] as const) {
        await main.getByRole('tab', { name: words.measures.explorer.tabs[tab] }).click();
        await look(`07-measures-${tab}`);
      }
      await main.getByRole('tab', { name: words.measures.explorer.tabs.table }).click();
      await main.getByRole('button', { name: words.templates.menu }).click();
      const templates = page.getByRole('dialog', { name: words.templates.title });
      await expect(templates.getByRole('tab').first()).toBeVisible();
      await look('07-templates', '[role="dialog"]');
      await templates.getByRole('tab').last().click();
      await look('07-templates-goal', '[role="dialog"] [role="tabpanel"]');
      await page.keyboard.press('Escape');
      await measures.getByRole('row').nth(1).click();
      await expect(page.getByRole('heading', { name: words.measures.explorer.view.bins })).toBeVisible();
      await look('08-measure');
      await main.getByRole('button', { name: words.measures.explorer.view.edit, exact: true }).click();
      const drawer = page.getByRole('dialog', { name: words.measures.editor.editTitle });
      await expect(drawer.getByText(words.measures.editor.examples)).toBeVisible();
      await look('08-measure-drawer');
      await page.keyboard.press('Escape');

      await goTo('scorecard', new RegExp(`^${words.scorecard.title}`));
      await expect(main.getByRole('region', { name: words.scorecard.live.title })).toContainText('AUC');
      await look('09-scorecard');
      await lookAtScorecard(page, words, look);

      await goTo('backtest', words.backtest.title);
      await expect(main.getByRole('group', { name: words.backtest.settings.title })).toBeVisible();
      await look('10-backtest-before');
      await main.getByRole('button', { name: words.backtest.grade.button, exact: true }).click();
      await expect(page.getByTestId('verdict-sentence')).toBeVisible();
      await look('11-backtest-graded');
      await page.getByTestId('confusion').getByRole('button', { name: opensList[language] }).first().click();
      await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
      await look('12-backtest-drill');
      await page.keyboard.press('Escape');
      await main.getByRole('button', { name: words.backtest.report.button, exact: true }).click();
      await expect(page.getByTestId('report-contents')).toBeVisible();
      await look('12-backtest-report', '[role="dialog"]');
      await page.keyboard.press('Escape');
      for (const [index, tab] of (await main.getByRole('tab').all()).entries()) {
        await tab.click();
        await look(`13-backtest-tab-${index}`, '[role="tabpanel"]');
      }

      await goTo('lists', words.lists.title);
      const rows = main.getByRole('grid', { name: words.lists.result.label }).getByRole('row');
      await expect(rows.nth(3)).toBeVisible();
      await look('14-lists');
      await main.getByRole('button', { name: words.lists.export.open }).click();
      await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
      await look('15-export');
      await page.keyboard.press('Escape');
      await rows.nth(1).click();
      await expect(main.getByRole('button', { name: words.accounts.picker.another })).toBeVisible();
      await look('16-account');
      await goTo('accounts', words.accounts.title);
      await look('17-accounts');

      await goTo('lifecycle', words.lifecycle.title);
      await lookAtLifecycle(page, language, look);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByPlaceholder(words.commands.palette.placeholder)).toBeVisible();
      await look('19-palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      await expect(page.getByRole('dialog', { name: words.commands.shortcutList.title })).toBeVisible();
      await look('20-shortcuts');
    });
  });
}

/** Nothing yet, the dialogs of a freeze and a seal, and a seal that waits. The other states: `lifecycle.spec.ts`. */
async function lookAtLifecycle(
  page: Page,
  language: Language,
  look: (name: string, part?: string) => Promise<void>,
): Promise<void> {
  const { lifecycle: words, common } = language === 'ja' ? japanese : english;
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await look('18-lifecycle');
  await main.getByRole('button', { name: words.save }).click();
  await dialog.getByLabel(words.name).fill(language === 'ja' ? '春の版' : 'Spring');
  await dialog.getByRole('button', { name: common.action.save }).click();
  await main.getByRole('button', { name: words.versions.freezeLabel.replace('{{number}}', '1') }).click();
  await look('18-lifecycle-freeze', '[role="dialog"]');
  await dialog.getByRole('button', { name: words.freeze.submit }).click();
  await main.getByRole('button', { name: words.versions.sealLabel.replace('{{number}}', '1') }).click();
  await dialog.getByRole('button', { name: words.sealing.submit }).click();
  const seals = main.getByRole('grid', { name: words.seals.title });
  await expect(seals.getByRole('row').nth(1)).toBeVisible();
  await look('18-lifecycle-seals', 'main');
  await seals.getByRole('row').nth(1).click();
  await expect(main.getByTestId('seal-waits')).toBeVisible();
  await look('18-lifecycle-waiting', 'main');
}

/** The three stops of an import with problem rows; left without importing. */
async function lookAtImport(
  page: Page,
  language: Language,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const { data } = language === 'ja' ? japanese : english;
  const folder = await mkdtemp(join(tmpdir(), 'myaku-screens-'));
  try {
    const { name, header } = files[language];
    await writeFile(join(folder, name), [header, ...usageRows()].join('\n'));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: data.add.button }).click();
    await (await chooser).setFiles(join(folder, name));
    await expect(page.getByTestId('preview')).toBeVisible();
    await look('04-import-file');
    await page.getByRole('button', { name: data.fileStop.next }).click();
    await expect(page.getByRole('button', { name: data.columnsStop.next })).toBeVisible();
    await look('05-import-columns');
    await page.getByRole('button', { name: data.columnsStop.next }).click();
    await expect(page.getByTestId('row-counts')).toBeVisible();
    await look('06-import-problems');
    await page.getByRole('button', { name: data.queue.leave_one.replace('{{value}}', '1') }).click();
    await expect(page.getByTestId('batch').first()).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two months of twenty accounts, two of the rows with a problem. */
function usageRows(): string[] {
  return Array.from({ length: 40 }, (_, i) => {
    const account = `C-${String((i % 20) + 1).padStart(4, '0')}`;
    const month = i === 7 ? '13' : i < 20 ? '04' : '05';
    return `${account},2024-${month}-01,${i === 21 ? 'x' : i * 3}`;
  });
}
