import { describe, expect, it } from 'vitest';
import { isoDay } from '../helpers/saas-panel.ts';
import { sampleStep, sampleUntil } from '../helpers/sample-until.ts';
import { type ContractClient, hosts } from './hosts.ts';

const asOf = isoDay('2024-03-31');
const later = isoDay('2024-06-30');

async function importUntil(client: ContractClient, day: number): Promise<void> {
  for (const { path, plan } of sampleUntil(day, { from: isoDay('2023-12-01') })) {
    const token = await client.addFile(path);
    await client.get('imports.commit', { token, plan, taskId: `import ${path}` });
  }
}

/** A workspace as it was on the last day of March 2024, with the sample's scorecard saved as version 1. */
async function atMarch(client: ContractClient): Promise<string> {
  await client.get('workspace.create', { name: 'Lifecycle' });
  await importUntil(client, asOf);
  const { scorecardId, step } = sampleStep();
  await client.get('design.commit', step);
  await client.get('design.saveVersion', { scorecardId, name: 'First', note: '' });
  return scorecardId;
}

describe.each(hosts)('the lifecycle on the %s host', (_name, connect) => {
  it('seals what nobody knows yet, and grades it once the outcomes are in', async () => {
    const client = await connect();
    const scorecardId = await atMarch(client);
    const plan = await client.get('lifecycle.sealPlan', { scorecardId, version: 1 });
    expect(plan).toMatchObject({ asOf, knownThrough: asOf });
    const settings = { ...plan.settings, gapDays: 0, horizonDays: 90 };
    const ask = { scorecardId, version: 1, note: 'spring', settings, taskId: 'seal' };
    expect(await client.ask('lifecycle.seal', { ...ask, asOf: asOf - 90 })).toMatchObject({
      error: { code: 'sealMature' },
    });
    expect(await client.ask('lifecycle.seal', { ...ask, asOf: asOf + 1 })).toMatchObject({
      error: { code: 'sealAhead' },
    });

    const sealed = await client.get('lifecycle.seal', { ...ask, asOf });
    expect(sealed).toMatchObject({ state: 'waiting', knownDays: 0, gradableOn: asOf + 90, grade: null });
    expect(sealed.accounts).toBeGreaterThan(200);
    const partly = await client.get('lifecycle.seal', { ...ask, asOf: asOf - 31 });
    expect(partly.knownDays).toBe(31);

    const sealId = sealed.id;
    expect(await client.ask('lifecycle.grade', { sealId })).toMatchObject({ error: { code: 'sealWaiting' } });
    const waiting = await client.get('lifecycle.sealDetail', { sealId });
    expect(waiting).toMatchObject({ intact: true, detail: { figures: null } });
    const page = { offset: 0, limit: 500 };
    const cells = { sealId, ...page };
    const before = await client.get('lifecycle.sealRows', { ...cells, cell: { type: 'sealed' } });
    expect(before.rows.every(({ state, outcomeDay }) => state === null && outcomeDay === null)).toBe(true);
    expect((await client.get('lifecycle.sealRows', { ...cells, cell: { type: 'churned' } })).total).toBe(0);

    await importUntil(client, later);
    const stillSealed = await client.get('lifecycle.sealDetail', { sealId });
    expect(stillSealed.detail?.seal).toMatchObject({ state: 'ready', sha256: sealed.sha256, grade: null });
    expect(stillSealed.detail?.figures).toBeNull();
    const graded = await client.get('lifecycle.grade', { sealId });
    const figures = graded.grade?.figures;
    expect(figures).toMatchObject({ knownThrough: later, sealed: sealed.accounts });
    expect(figures?.churned).toBeGreaterThan(0);
    for (const type of ['churned', 'kept', 'tooLate', 'leftOut', 'addedLater', 'caught'] as const) {
      const { total } = await client.get('lifecycle.sealRows', { ...cells, cell: { type } });
      expect(total, type).toBe(figures?.[type]);
    }
    const after = await client.get('lifecycle.sealRows', { ...cells, cell: { type: 'sealed' } });
    const said = (rows: typeof after.rows) => rows.map(({ accountId, score }) => [accountId, score]);
    expect(said(after.rows)).toEqual(said(before.rows));
    // The same day sealed with everything known now: no later row has changed a score of it.
    const again = await client.get('lifecycle.seal', {
      ...ask,
      asOf,
      settings: { ...settings, horizonDays: 400 },
    });
    expect(again.knownDays).toBe(91);
    const anew = await client.get('lifecycle.sealRows', {
      ...{ sealId: again.id, ...page },
      cell: { type: 'sealed' },
    });
    const told = new Map(anew.rows.map(({ accountId, score }) => [accountId, score]));
    const still = said(before.rows).filter(([accountId]) => told.has(String(accountId)));
    expect(still.length).toBeGreaterThan(200);
    expect(still).toEqual(still.map(([accountId]) => [accountId, told.get(String(accountId))]));
  });

  it('freezes a version, ends it with a reason, asks for the review, and takes changes apart', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const { scorecards } = await client.get('design.get', {});
    const scorecardId = scorecards[0]!.id;
    await client.get('design.saveVersion', { scorecardId, name: 'First', note: '' });
    const state = () => client.get('lifecycle.state', { scorecardId });
    const { today } = await state();
    const freeze = { scorecardId, version: 1, until: today + 90, reviewOn: today + 90, note: 'a quarter' };
    expect(await client.ask('lifecycle.freeze', { ...freeze, until: today - 1 })).toMatchObject({
      ok: false,
    });
    const { freezeId } = await client.get('lifecycle.freeze', freeze);
    expect((await state()).freezes).toMatchObject([{ version: 1, state: 'active', reviewDue: false }]);
    expect(await client.ask('lifecycle.freeze', freeze)).toMatchObject({ error: { code: 'alreadyFrozen' } });
    const waiting = async () => (await client.get('lifecycle.freezes', {})).items;
    expect(await waiting()).toMatchObject([{ version: 1, isActive: true, reviewDue: false }]);

    await client.get('lifecycle.endFreeze', { freezeId, reason: 'the data were wrong' });
    expect((await state()).freezes[0]).toMatchObject({
      state: 'ended',
      ended: { reason: 'the data were wrong' },
      reviewDue: true,
    });
    expect(await waiting()).toMatchObject([{ isActive: false, reviewDue: true }]);
    await client.get('lifecycle.review', { freezeId, decision: 'change', note: 'shorter window' });
    expect((await state()).reviews).toMatchObject([{ version: 1, decision: 'change' }]);
    expect(await waiting()).toEqual([]);
    const undone = await client.ask('design.undo', {});
    expect(undone, 'nothing of it is a step').toMatchObject({ error: { code: 'nothingToUndo' } });

    // A change of scores taken apart adds up.
    const [scorecard] = scorecards;
    const lighter = {
      ...scorecard!,
      groups: scorecard!.groups.map((group, i) => (i === 0 ? { ...group, weight: group.weight / 2 } : group)),
    };
    await client.get('design.commit', {
      nameKey: 'step.test',
      parameters: {},
      screen: 'scorecard',
      changes: [{ kind: 'scorecard', id: scorecardId, body: lighter }],
    });
    const split = await client.get('lifecycle.split', {
      scorecardId,
      before: { type: 'version', number: 1, asOf: isoDay('2024-03-31') },
      after: { type: 'draft', asOf: later },
      taskId: 'split',
    });
    expect(split.accounts).toBeGreaterThan(200);
    expect(split.rows.length).toBeGreaterThan(0);
    for (const row of split.rows) {
      if (row.parts === null) continue;
      const { restated, behaviour, missing, configuration } = row.parts;
      expect(restated).toBe(0);
      const sum = restated + behaviour + missing + configuration;
      expect(Math.round(sum * 10)).toBe(Math.round((row.after - row.before) * 10));
    }
    const total = split.totals.reduce((sum, { gained, lost }) => sum + gained + lost, 0);
    expect(total).not.toBe(0);
    expect(split.rows.every(({ reason }) => reason !== null)).toBe(true);
    const sameDay = await client.get('lifecycle.split', {
      scorecardId,
      before: { type: 'version', number: 1, asOf: later },
      after: { type: 'draft', asOf: later },
      taskId: 'split',
    });
    const moved = sameDay.totals.filter(({ gained, lost }) => gained !== 0 || lost !== 0);
    expect(moved.map(({ part }) => part)).toEqual(['configuration']);
  });
});
