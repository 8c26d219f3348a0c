import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { expect, test } from '../helpers/app.ts';
import { backtestScreen } from './pages/backtest-screen.ts';
import { severeViolations } from './pages/check-screen.ts';
import { frameOf, numberIn } from './pages/frame.ts';
import { importsScreen } from './pages/imports-screen.ts';
import { listsScreen } from './pages/lists-screen.ts';
import { measuresScreen } from './pages/measures-screen.ts';
import { scorecardScreen } from './pages/scorecard-screen.ts';

const panel = resolve(import.meta.dirname, '../fixtures/saas-panel');
const rowsOf = {
  'customers.csv': '10,000',
  'subscriptions.csv': '10,000',
  'usage_metrics.csv': '113,893',
  'support_tickets.csv': '7,551',
};
const names = { sessions: '先月のセッション', tickets: '未解決の問い合わせ', tenure: '契約日数' };
const bandsOf = {
  '2022-06-30': [1388, 981, 82],
  '2022-09-30': [2270, 1263, 83],
  '2022-12-31': [3184, 1426, 86],
};

test('goes from four CSV files to a graded scorecard and an exported list', async ({ app: { page } }) => {
  test.setTimeout(360_000);
  const frame = frameOf(page);
  const backtest = backtestScreen(page);
  const lists = listsScreen(page);
  const scorecard = scorecardScreen(page);

  await test.step('imports the four files and loses no row', async () => {
    const imports = importsScreen(page);
    await imports.createWorkspace('SaaSパネル');
    await imports.addFiles(Object.keys(rowsOf).map((name) => join(panel, name)));
    for (const [index, [name, rows]] of Object.entries(rowsOf).entries()) {
      await expect(page.getByRole('list', { name: `取り込みの手順: ${name}` })).toBeVisible();
      expect(await imports.importOpenFile()).toContain(`読み込み ${rows} 行 = 採用 ${rows} + 除外 0`);
      if (index < 3) await imports.nextFile();
    }
    await imports.finish();
    await expect(imports.batches).toHaveCount(4);
    await expect(frame.foot).toContainText('10,000 社 · 解約 1,327 社 · 2023-12-31 まで確定');
  });

  await test.step('makes three measures', async () => {
    const measures = measuresScreen(page);
    await frame.go('指標');
    await measures.addLastMonthOf('sessions', names.sessions);
    await measures.addRecordCount({ column: 'resolved', value: 'False' }, names.tickets);
    await measures.addTenure(names.tenure);
    await expect(measures.table.getByRole('row', { name: new RegExp(names.sessions) })).toContainText('.74');
  });

  await test.step('designs a scorecard of three groups', async () => {
    await frame.go('スコア設計');
    await scorecard.createEmpty();
    await scorecard.addGroup({ name: '利用', weight: 60, measure: names.sessions, worst: 0, best: 20 });
    await scorecard.addGroup({ name: '問い合わせ', weight: 20, measure: names.tickets, worst: 3, best: 0 });
    await scorecard.addGroup({ name: '契約', weight: 20, measure: names.tenure, worst: 0, best: 365 });
    await scorecard.chooseScheme('緑・黄・赤');
    await expect(scorecard.boundOf('緑')).toHaveValue('70');
    await expect(scorecard.boundOf('黄')).toHaveValue('40');
    await expect(scorecard.live).toContainText('AUC');
    await expect(scorecard.live).toContainText('設計期間・楽観的');
  });

  await test.step('takes a design step back and does it again by key', async () => {
    await scorecard.weightOf('契約').fill('35');
    await scorecard.weightOf('契約').blur();
    const undo = page.getByRole('button', { name: '元に戻す: グループ「契約」の重みを 35 に変更' });
    await expect(undo).toBeEnabled();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(scorecard.weightOf('契約')).toHaveValue('20');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(scorecard.weightOf('契約')).toHaveValue('35');
    await undo.click();
    await expect(scorecard.weightOf('契約')).toHaveValue('20');
  });

  await frame.go('検証');
  const proposedDays = await backtest.chip('基準日').innerText();
  await test.step('replays three typed dates to the reference bands', async () => {
    await backtest.setNumber('対応期間', 0);
    await backtest.setNumber('判定期間', 90);
    await backtest.setNoSplit();
    await backtest.showAllChips();
    await expect(backtest.chip('結果の確定日')).toContainText('2023-12-31');
    for (const [day, counts] of Object.entries(bandsOf)) {
      await backtest.setDays([day]);
      await backtest.grade();
      await expect(backtest.verdict).toContainText(`${day}〜${day}`);
      await backtest.openTab('ランク');
      expect(await backtest.bandRows(), day).toEqual(counts);
    }
    await backtest.setDays(Object.keys(bandsOf));
    await backtest.grade();
    await expect(backtest.verdict).toContainText('2022-06-30〜2022-12-31');
    await backtest.openTab('ランク');
    expect(await backtest.bandRows()).toEqual([1388 + 2270 + 3184, 981 + 1263 + 1426, 82 + 83 + 86]);
  });

  await test.step('opens the accounts behind a number, as many as the number says', async () => {
    const red = backtest.bands.locator('tbody tr').last();
    const drilled = await backtest.drill(red.getByRole('button').first());
    expect(drilled).toMatchObject({ shown: 251, rows: 251 });
    await expect(backtest.drawer.getByRole('row').nth(1)).toContainText('赤');
    await backtest.closeDrill();
    const accounts = await backtest.drill(red.getByRole('button').nth(1));
    expect(accounts.accounts).toBe(accounts.shown);
    await backtest.closeDrill();
  });

  await test.step('grades the proposed monthly back-test', async () => {
    // Taken back, the settings are again those that the app proposes.
    for (let steps = 0; !(await backtest.chip('対応期間').innerText()).includes('30'); steps += 1) {
      expect(steps).toBeLessThan(10);
      await page.keyboard.press('ControlOrMeta+z');
      await page.waitForTimeout(150);
    }
    await expect(backtest.chip('基準日')).toHaveText(proposedDays);
    await expect(backtest.chip('判定期間')).toContainText('60');
    await backtest.grade();
    await expect(backtest.sentence).toContainText(
      '解約 524 社の検証では、このスコアは「利用だけ」ほど解約を見つけられていません',
    );
    await expect(backtest.verdict).toContainText('.729 [.709–.748]');
    await expect(backtest.verdict).toContainText('.764');
    await expect(backtest.verdict).toContainText('−.034 [−.043–−.026]');
  });

  await test.step('exports a report that says the same, opened without a network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myaku-report-'));
    const context = await page.context().browser()!.newContext({ offline: true });
    try {
      const { name, path } = await backtest.exportReport(folder);
      expect(name).toMatch(/^スコアカード 1 検証報告書 \d{4}-\d\d-\d\d\.html$/);
      const report = await context.newPage();
      const asked: string[] = [];
      const faults: string[] = [];
      report.on('request', (request) => asked.push(request.url()));
      report.on('console', (message) => faults.push(message.text()));
      await report.goto(pathToFileURL(path).href);
      expect(await report.getByTestId('verdict-sentence').innerText()).toBe(
        await backtest.sentence.innerText(),
      );
      await expect(report.getByRole('table', { name: 'ランク別の解約率' }).getByRole('row')).toHaveCount(4);
      await expect(report.getByRole('img')).toHaveCount(5);
      expect(asked).toEqual([pathToFileURL(path).href]);
      expect(await severeViolations(report)).toEqual([]);
      await report.emulateMedia({ media: 'print' });
      const wide = await report.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await report.screenshot({ path: 'test-results/report-print.png', fullPage: true });
      expect((await report.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  await test.step('moves the threshold, the four outcomes and the list together', async () => {
    const caught = backtest.confusionNumber('捕捉');
    const before = numberIn(await caught.innerText());
    const listBefore = numberIn(await backtest.explorerCounts().innerText());
    await backtest.handle.hover();
    const box = (await backtest.handle.boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => numberIn(await caught.innerText())).toBeGreaterThan(before);
    await expect
      .poll(async () => numberIn(await backtest.explorerCounts().innerText()))
      .toBeLessThan(listBefore);
    const drilled = await backtest.drill(caught);
    expect(drilled.rows).toBe(drilled.shown);
    await backtest.closeDrill();
    const sum = async () => {
      const cells = await backtest.confusion.getByRole('cell').filter({ hasText: '行' }).all();
      const counts = await Promise.all(cells.map((cell) => cell.innerText()));
      return counts
        .map((text) => numberIn(/[\d,]+ 行/.exec(text)?.[0] ?? ''))
        .reduce((total, count) => total + count, 0);
    };
    const all = await sum();
    await backtest.handle.press('ArrowLeft');
    expect(await sum()).toBe(all);
  });

  let listed: string[][] = [];
  await test.step('saves a segment of red accounts on one plan', async () => {
    await frame.go('リスト');
    await lists.chooseBand('赤');
    await lists.addAttribute('plan_type', 'Basic');
    await expect(lists.table.getByRole('row').nth(1)).toContainText('赤');
    await lists.saveSegment('赤・Basic');
    listed = await lists.allRows();
    expect(listed.length).toBe(await lists.total());
    expect(listed.length).toBeGreaterThan(10);
  });

  await test.step('exports it, and the file says what the table says', async () => {
    const { name, text } = await lists.exportCsv();
    expect(name).toBe('赤・Basic 2023-12-31.csv');
    expect(text.startsWith('﻿')).toBe(true);
    expect(text.indexOf('﻿', 1)).toBe(-1);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row.顧客ID, Number(row.ヘルススコア).toFixed(1), row.ランク])).toEqual(
      listed.map(([id, score, band = '']) => [id, score, `${band[0]} ${band.slice(1)}`]),
    );
    expect(new Set(data.map((row) => row.基準日))).toEqual(new Set(['2023-12-31']));
  });

  await test.step('finds everything again after the workspace is closed and opened', async () => {
    const total = await lists.total();
    await frame.expectSaved();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByPlaceholder('操作を探す…').fill('ワークスペースを閉じる');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'SaaSパネル を開く' }).click();
    await expect(frame.foot).toContainText('10,000 社 · 解約 1,327 社');
    await page.reload();
    await expect(frame.foot).toContainText('10,000 社 · 解約 1,327 社');
    await frame.go('スコア設計', /^スコア設計/);
    await expect(scorecard.weightOf('利用')).toHaveValue('60');
    await scorecard.openPart('ランクとネクストアクション');
    await expect(scorecard.boundOf('緑')).toHaveValue('70');
    await frame.go('検証');
    await expect(backtest.sentence).toContainText('解約 524 社');
    await frame.go('リスト');
    await lists.segment('赤・Basic').click();
    await expect.poll(() => lists.total()).toBe(total);
  });
});
