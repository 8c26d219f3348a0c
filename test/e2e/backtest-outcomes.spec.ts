import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../helpers/app.ts';
import { outcomeFiles } from '../helpers/outcome-files.ts';
import { backtestScreen } from './pages/backtest-screen.ts';
import { choose } from './pages/choose.ts';
import { frameOf } from './pages/frame.ts';
import { importsScreen } from './pages/imports-screen.ts';
import { measuresScreen } from './pages/measures-screen.ts';
import { scorecardScreen } from './pages/scorecard-screen.ts';

test('grades expansion, from the top of the score, and puts two runs side by side', async ({
  app: { page },
}) => {
  const frame = frameOf(page);
  const backtest = backtestScreen(page);
  const scorecard = scorecardScreen(page);
  const imports = importsScreen(page);
  const folder = await mkdtemp(join(tmpdir(), 'myaku-outcomes-'));
  const files = Object.entries(outcomeFiles());
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  await imports.createWorkspace('拡大');
  await imports.addFiles(files.map(([name]) => join(folder, name)));
  for (const index of files.keys()) {
    await imports.importOpenFile();
    if (index < files.length - 1) await imports.nextFile();
  }
  await imports.finish();
  await frame.go('指標');
  await measuresScreen(page).addLastMonthOf('logins', 'ログイン数');
  await frame.go('スコア設計');
  await scorecard.createEmpty();
  await scorecard.addGroup({ name: '利用', weight: 100, measure: 'ログイン数', worst: 0, best: 100 });

  await frame.go('検証');
  await backtest.setNumber('対応期間', 0);
  await backtest.grade();
  await expect(backtest.sentence).toContainText('解約 10 社');

  await backtest.set('見つけたい結果', (form) => form.getByLabel('拡大').check());
  await backtest.grade();
  await expect(backtest.sentence).toContainText('拡大 10 社');
  await expect(backtest.verdict).not.toContainText('解約');
  await expect(backtest.confusion).toContainText('拡大した');
  await expect(backtest.confusion).toContainText('発見');

  await backtest.openTab('履歴');
  const other = page.getByLabel('比べる検証').and(page.locator('input'));
  await other.click();
  await page.getByRole('option').filter({ visible: true }).first().click();
  const diff = page.getByTestId('run-diff');
  await expect(diff.getByRole('row', { name: /見つけたい結果/ })).toContainText('拡大解約');
  await expect(page.getByText('同じ行についての数値ではありません')).toBeVisible();

  await test.step('asks for what the scorecard is for, until another outcome is chosen', async () => {
    await backtest.set('見つけたい結果', (form) => form.getByLabel('解約').check());
    await frame.go('スコア設計', /^スコア設計/);
    await expect(scorecard.live).toContainText('解約 10 社');
    await page.getByRole('button', { name: /^目的/ }).click();
    await page.getByText('拡大の機会を見つける').click();
    await expect(scorecard.live).toContainText('拡大 10 社');
    await expect(scorecard.live).toContainText('ランク別の拡大率');
    await expect(scorecard.live).not.toContainText('解約');
    await scorecard.openPart('ランクとネクストアクション');
    await expect(page.getByText(/声をかけるのは一番上の/)).toBeVisible();
    await frame.go('指標');
    await expect(page.getByRole('main')).toContainText('大きいほど拡大');
    await frame.go('検証');
    await expect(backtest.chip('見つけたい結果')).toContainText('拡大');
    await backtest.grade();
    await expect(backtest.sentence).toContainText('拡大 10 社');
  });
});

test('shows Telco as a cross-section and refuses what needs dates', async ({ app: { page } }) => {
  const frame = frameOf(page);
  const scorecard = scorecardScreen(page);
  const imports = importsScreen(page);
  await imports.createWorkspace('横断');
  await imports.addFiles([resolve(import.meta.dirname, '../fixtures/telco/Telco-Customer-Churn.csv')]);
  await imports.importOpenFile();
  await imports.finish();
  await frame.go('指標');
  await measuresScreen(page).add('契約月数', async (form) => {
    await choose(form, '集計方法', '属性の値');
    await choose(form, '属性', 'tenure');
  });
  await frame.go('スコア設計');
  await scorecard.createEmpty();
  await scorecard.addGroup({ name: '契約', weight: 100, measure: '契約月数', worst: 0, best: 72 });
  await frame.go('検証');
  await expect(page.getByTestId('cross-section-warning')).toContainText('時点整合の主張はできません');
  await expect(page.getByTestId('snapshot-auc')).toContainText('.74');
  await expect(page.getByTestId('snapshot-numbers').getByRole('row', { name: /TotalCharges/ })).toContainText(
    '.65',
  );
  await expect(page.getByTestId('refused').getByRole('listitem')).toHaveCount(9);
  await expect(page.getByRole('button', { name: '採点する' })).toHaveCount(0);
});
