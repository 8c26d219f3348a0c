import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../shared/schemas/scorecard.ts';
import { isoDay } from '../helpers/saas-panel.ts';
import { type ContractClient, hosts } from './hosts.ts';
import { backtestAt, buildSaasDesign, importSaasPanel } from './saas-journey.ts';

const fixture = (path: string) => resolve(import.meta.dirname, '../fixtures', path);

describe.each(hosts)('the contract on the %s host', (_name, connect) => {
  it('refuses what is not in the contract, by own keys only', async () => {
    const client = await connect();
    for (const channel of ['nothing.here', '__proto__', 'constructor', 'toString', '']) {
      const result = await client.raw(channel, {});
      expect(result.ok, channel).toBe(false);
      if (!result.ok) expect(['unknownChannel', 'badRequest']).toContain(result.error.code);
    }
  });

  it('refuses payloads that do not fit, and says where', async () => {
    const client = await connect();
    expect(await client.raw('workspace.create', { name: 'a', extra: 1 })).toMatchObject({
      ok: false,
      error: { code: 'badRequest' },
    });
    expect(await client.raw('workspace.create', { name: 7 })).toMatchObject({
      ok: false,
      error: { code: 'badRequest', detail: { where: 'name' } },
    });
    expect(await client.raw('workspace.create', null)).toMatchObject({ ok: false });
  });

  it('needs a workspace where one is needed', async () => {
    const client = await connect();
    for (const channel of ['data.summary', 'design.get', 'imports.batches', 'workspace.save'] as const) {
      expect(await client.ask(channel, {}), channel).toEqual({ ok: false, error: { code: 'noWorkspace' } });
    }
  });

  it('refuses names that would leave the folder', async () => {
    const client = await connect();
    for (const name of ['../out', 'a/b', '..', 'a\\b', '.hidden', 'con:1', 'x\u0000y']) {
      expect(await client.ask('workspace.create', { name }), name).toMatchObject({ ok: false });
    }
  });

  it('opens the sample and answers every question about it', async () => {
    const client = await connect();
    const opened = await client.get('workspace.openSample', { language: 'ja', taskId: 's' });
    expect(opened).toMatchObject({ sample: true });
    const summary = await client.get('data.summary', {});
    expect(summary).toMatchObject({ accounts: 400, churnedAccounts: 70, mainUsage: 'ログイン数' });
    expect((await client.get('workspace.recents', {})).items).toMatchObject([{ accounts: 400 }]);
    expect((await client.get('data.coverage', {})).months).toBe(30);
    const design = await client.get('design.get', {});
    const scorecard = design.scorecards[0]!;
    const figures = await client.get('measures.figures', { measureIds: null, taskId: 'f' });
    expect(figures.items).toHaveLength(design.measures.length);
    const proposed = await client.get('measures.propose', { language: 'ja' });
    const preview = await client.get('measures.preview', { measure: proposed.measures[0]!, taskId: 'p' });
    expect(preview.rows).toBeGreaterThan(1000);
    const live = await client.get('live.open', { scorecard, taskId: 'l' });
    expect(await client.get('live.edit', { sessionId: live.sessionId, seq: 1, scorecard })).toEqual({
      ...live.figures,
      seq: 1,
    });
    const { sessionId } = live;
    expect(await client.get('live.baseline', { sessionId, scorecardId: scorecard.id })).toEqual({
      version: null,
    });
    const same = await client.get('live.changes', { sessionId, before: scorecard, after: scorecard });
    expect(same).toMatchObject({ total: 0, accounts: 330 });
    expect((await client.get('live.conflicts', { sessionId, scorecard })).total).toBe(0);
    expect((await client.get('live.overrides', { sessionId, scorecard })).rows).toEqual([]);
    expect((await client.get('live.alarms', { sessionId, scorecard })).dates.length).toBeGreaterThan(2);
    const weights = await client.get('suggestions.weights', { scorecard, variantId: null, taskId: 'w' });
    expect(weights).toMatchObject({ type: 'suggested', churners: live.figures.churners });
    await client.get('live.close', { sessionId });
    const asOf = summary.knownThrough ?? 0;
    const query = { scorecardId: scorecard.id, asOf, conditions: [], search: '' };
    const sort = { key: 'score', attribute: '', descending: false } as const;
    const list = await client.get('lists.page', { ...query, sort, attributes: [], offset: 0, limit: 5 });
    expect(await client.get('lists.count', query)).toEqual({ accounts: list.total, of: list.total });
    const account = await client.get('accounts.get', {
      accountId: list.rows[0]!.accountId,
      scorecardId: scorecard.id,
      asOf,
    });
    expect(account.score).toBe(list.rows[0]!.score);
    const exported = await client.get('lists.exportCsv', {
      ...query,
      sort,
      attributes: ['プラン'],
      language: 'ja',
      name: 'list',
    });
    expect(exported.rows).toBe(list.total);
    expect(await client.get('lists.exports', {})).toEqual({ count: 0, lastAt: null });
    await client.get('lists.exportSaved', {});
    expect((await client.get('lists.exports', {})).count).toBe(1);
  });

  it('answers the lab for a run, the same each time, and keeps its report as a file', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const scorecard = (await client.get('design.get', {})).scorecards[0]!;
    const settings = await client.get('backtests.proposeSettings', { scorecardId: scorecard.id });
    const { run, figures } = await client.get('backtests.run', {
      scorecardId: scorecard.id,
      settings,
      taskId: 'r',
    });
    const { lab, accounts } = await client.get('backtests.lab', { runId: run.id, taskId: 'l' });
    const churners = figures.test!.churners;
    expect(lab.misses.causes.reduce((sum, cause) => sum + cause.count, 0)).toBe(lab.misses.churners.length);
    expect(lab.misses.caught).toMatchObject({ count: figures.test!.caught, total: churners });
    const named = new Set(accounts.map((account) => account.index));
    expect(lab.misses.churners.every((churner) => named.has(churner.account))).toBe(true);
    const bootstrap = await client.get('backtests.bootstrap', { runId: run.id, taskId: 'b' });
    expect(await client.get('backtests.bootstrap', { runId: run.id, taskId: 'b2' })).toEqual(bootstrap);
    const compared = await client.get('backtests.compare', {
      runId: run.id,
      otherRunId: run.id,
      taskId: 'c',
    });
    expect(compared.sameRanking).toBe(true);
    const measureIds = [scorecard.groups[0]!.measures[0]!.measureId];
    await client.get('backtests.addedValue', { runId: run.id, measureIds, taskId: 'a' });
    await reportOn(client, scorecard, run.id);
  });

  it('keeps undo and redo of design steps, also across reopening', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const before = await client.get('design.get', {});
    const scorecard = before.scorecards[0]!;
    const step = { nameKey: 'step.test', parameters: { name: 'x' }, screen: 'scorecard' };
    const renamed = { ...scorecard, name: 'Renamed' };
    const after = await client.get('design.commit', {
      ...step,
      changes: [{ kind: 'scorecard', id: scorecard.id, body: renamed }],
    });
    expect(after.undo).toEqual({ ...step, scorecardId: scorecard.id });
    await client.get('workspace.close', {});
    const recents = await client.get('workspace.recents', {});
    await client.get('workspace.open', { token: recents.items[0]!.token });
    expect((await client.get('design.undo', {})).scorecards).toEqual(before.scorecards);
    expect((await client.get('design.redo', {})).scorecards[0]).toEqual(renamed);
    expect(await client.ask('design.redo', {})).toEqual({ ok: false, error: { code: 'nothingToRedo' } });
  });

  it('saves versions that never change and restores them', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const scorecard = (await client.get('design.get', {})).scorecards[0]!;
    const version = await client.get('design.saveVersion', {
      scorecardId: scorecard.id,
      name: 'v1',
      note: '',
    });
    const step = { nameKey: 'step.test', parameters: {}, screen: 'scorecard' };
    const heavier = {
      ...scorecard,
      groups: scorecard.groups.map((group, g) => (g === 0 ? { ...group, weight: 1 } : group)),
    };
    await client.get('design.commit', {
      ...step,
      changes: [{ kind: 'scorecard', id: scorecard.id, body: heavier }],
    });
    const versions = await client.get('design.versions', { scorecardId: scorecard.id });
    expect(versions.items).toEqual([version]);
    expect(versions.draftHash).not.toBe(version.designHash);
    const restored = await client.get('design.restoreVersion', { scorecardId: scorecard.id, number: 1 });
    expect(restored.scorecards[0]).toEqual(scorecard);
    expect(restored.undo?.nameKey).toBe('lifecycle:steps.restoreVersion');
  });

  it('imports saas-panel whole and grades it to the reference figures', { timeout: 120_000 }, async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'saas' });
    const batches = await importSaasPanel(client, fixture('saas-panel'));
    expect(batches.map((batch) => [batch.rowsRead, batch.rowsKept, batch.rowsRejected])).toEqual([
      [10_000, 10_000, 0],
      [10_000, 10_000, 0],
      [113_893, 113_893, 0],
      [7_551, 7_551, 0],
    ]);
    const scorecardId = await buildSaasDesign(client);
    const bands = {
      '2022-06-30': [82, 981, 1388],
      '2022-09-30': [83, 1263, 2270],
      '2022-12-31': [86, 1426, 3184],
    };
    for (const [date, counts] of Object.entries(bands)) {
      const { figures } = await backtestAt(client, scorecardId, [isoDay(date)], {
        gapDays: 0,
        horizonDays: 90,
      });
      expect(figures.snapshots[0]!.bandCounts.toReversed(), date).toEqual(counts);
    }
    const proposed = await client.get('backtests.proposeSettings', { scorecardId });
    expect(proposed).toMatchObject({ gapDays: 30, horizonDays: 60, knownThrough: isoDay('2023-12-31') });
    const graded = await client.get('backtests.run', { scorecardId, settings: proposed, taskId: 'b' });
    const { test, design, verdict, testFrom, baselines } = graded.figures;
    expect(testFrom).toBe(isoDay('2023-06-30'));
    expect([test!.churners, design!.churners]).toEqual([524, 695]);
    expect(test!.auc!.value).toBeCloseTo(0.729, 3);
    expect([test!.auc!.low, test!.auc!.high].map((bound) => bound!.toFixed(3))).toEqual(['0.709', '0.748']);
    const usage = baselines.find((baseline) => baseline.key === 'usageOnly')!;
    expect(usage.auc!.value.toFixed(3)).toBe('0.764');
    const { value, low, high } = usage.difference!;
    expect([value, low!, high!].map((bound) => bound.toFixed(3))).toEqual(['-0.034', '-0.043', '-0.026']);
    expect(verdict).toMatchObject({ kind: 'worse', decidedBy: 'usageOnly', gate: 'full' });
    expect(graded.opened).toBe(1);
    const again = await client.get('backtests.run', { scorecardId, settings: proposed, taskId: 'b2' });
    expect(again.figures).toEqual(graded.figures);
    expect(again.opened).toBe(1);
  });

  it('changes nothing when the same file comes twice, and undoes a batch whole', {
    timeout: 60_000,
  }, async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'twice' });
    const first = await importSaasPanel(client, fixture('saas-panel'));
    const summary = await client.get('data.summary', {});
    const again = await importSaasPanel(client, fixture('saas-panel'), { expectBatch: false });
    expect(again).toEqual([]);
    expect(await client.get('data.summary', {})).toEqual(summary);
    const usage = first[2]!;
    await client.get('imports.setUndone', { number: usage.number, undone: true });
    expect((await client.get('data.summary', {})).metrics).toEqual([]);
    await client.get('imports.setUndone', { number: usage.number, undone: false });
    expect(await client.get('data.summary', {})).toEqual(summary);
  });
});

/** The facts of a run's report, before and after a version is saved and a file undone; and the report as a file. */
async function reportOn(client: ContractClient, scorecard: Scorecard, runId: string): Promise<void> {
  const facts = await client.get('reports.facts', { runId });
  const used = scorecard.groups.flatMap((group) => group.measures.map(({ measureId }) => measureId));
  const known = new Set(facts.measures.map(({ id }) => id));
  expect(used.filter((id) => !known.has(id))).toEqual([]);
  expect(facts).toMatchObject({ version: null, entriesByHand: 0, isSameData: true });
  const batches = await client.get('imports.batches', {});
  expect(facts.files.map(({ name, rows }) => [name, rows])).toEqual(
    batches.items
      .toSorted((a, b) => a.number - b.number)
      .map(({ fileName, rowsKept }) => [fileName, rowsKept]),
  );
  expect(facts.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  await client.get('design.saveVersion', { scorecardId: scorecard.id, name: 'First', note: '' });
  await client.get('imports.setUndone', { number: batches.items[0]!.number, undone: true });
  expect(await client.get('reports.facts', { runId })).toMatchObject({
    version: { number: 1, name: 'First' },
    isSameData: false,
  });
  const html = `<!DOCTYPE html>\n<html lang="ja"><body>${'報'.repeat(250_000)}</body></html>\n`;
  const file = await client.get('reports.write', { name: 'report.html', html });
  expect(file).toMatchObject({ name: 'report.html', sizeBytes: Buffer.byteLength(html) });
  for (const refused of ['<script>', ` ${html}`, '<!DOCTYPE html>'.padEnd(900_001, ' ')]) {
    expect(await client.raw('reports.write', { name: 'x.html', html: refused })).toMatchObject({
      ok: false,
      error: { code: 'badRequest' },
    });
  }
}
