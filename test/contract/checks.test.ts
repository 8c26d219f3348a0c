import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomeFiles } from '../helpers/outcome-files.ts';
import { hosts } from './hosts.ts';

const [[name, connect]] = [hosts[0]!];

describe(`the checks of a back-test (${name})`, () => {
  it('question a run of the sample, the same each time', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const design = await client.get('design.get', {});
    const scorecard = design.scorecards[0]!;
    const scorecardId = scorecard.id;
    const settings = await client.get('backtests.proposeSettings', { scorecardId });
    const { findings } = await client.get('backtests.lint', { scorecardId, settings });
    const first = await client.get('backtests.run', { scorecardId, settings, taskId: 'r' });
    expect(first.figures.lint).toEqual(findings);
    const again = await client.get('backtests.run', { scorecardId, settings, taskId: 'r2' });
    expect(JSON.stringify(again.figures)).toBe(JSON.stringify(first.figures));
    expect(again.run.dataHash).toBe(first.run.dataHash);
    expect(again.opened).toBe(1);

    const runId = first.run.id;
    const missing = await client.get('backtests.missing', { runId, taskId: 'm' });
    expect(missing.choices[0]).toMatchObject({
      choice: 'asSet',
      auc: first.figures.test!.auc,
      unscoredRows: first.figures.test!.unscoredRows,
    });
    const treated = await client.get('backtests.interventions', { runId, taskId: 'i' });
    expect(treated.figures.all.auc).toEqual(first.figures.test!.auc);

    const luck = await client.get('backtests.luck', { runId, taskId: 'k' });
    expect(luck).toMatchObject({ designs: 1, relearnt: 0, reached: first.figures.test!.auc!.value });
    expect(await client.get('backtests.luck', { runId, taskId: 'k2' })).toEqual(luck);
    const ledger = await client.get('backtests.ledger', { runId });
    expect(ledger.entries).toEqual([
      expect.objectContaining({ scorecardId, auc: first.figures.test!.auc!.value, isShown: true }),
    ]);

    const heavier = {
      ...scorecard,
      learnt: [{ what: scorecard.groups[0]!.measures[0]!.measureId, numbers: 3 }],
      groups: scorecard.groups.map((group, g) => (g === 0 ? { ...group, weight: group.weight * 3 } : group)),
    };
    await client.get('design.commit', {
      nameKey: 'step.test',
      parameters: {},
      screen: 'scorecard',
      changes: [{ kind: 'scorecard', id: scorecardId, body: heavier }],
    });
    const second = await client.get('backtests.run', { scorecardId, settings, taskId: 'r3' });
    expect(second.opened).toBe(2);
    const more = await client.get('backtests.luck', { runId: second.run.id, taskId: 'k3' });
    expect(more).toMatchObject({ designs: 2, relearnt: 1 });
    expect(more.mean).toBeGreaterThan(luck.mean!);
    expect((await client.get('backtests.ledger', { runId })).entries.map(({ isShown }) => isShown)).toEqual([
      true,
      false,
    ]);
  }, 60_000);

  it('stop when asked, and keep nothing of it', async () => {
    const client = await connect();
    await client.get('workspace.openSample', { language: 'en', taskId: 's' });
    const { scorecards } = await client.get('design.get', {});
    const scorecardId = scorecards[0]!.id;
    const settings = await client.get('backtests.proposeSettings', { scorecardId });
    const weekly = { ...settings, schedule: { ...settings.schedule, type: 'weekly' as const } };
    const stopped = async (channel: 'backtests.run' | 'backtests.luck', payload: object) => {
      let isOver = false;
      const answer = client.raw(channel, { ...payload, taskId: 'stop' }).finally(() => {
        isOver = true;
      });
      while (!isOver) await client.get('tasks.cancel', { taskId: 'stop' });
      return answer;
    };
    expect(await stopped('backtests.run', { scorecardId, settings: weekly })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect((await client.get('backtests.list', { scorecardId: null })).items).toEqual([]);
    const { run } = await client.get('backtests.run', { scorecardId, settings, taskId: 'r' });
    expect(await stopped('backtests.luck', { runId: run.id })).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(await client.get('backtests.luck', { runId: run.id, taskId: 'again' })).toMatchObject({
      designs: 1,
    });
  }, 60_000);

  it('grade other outcomes, segments and renewals of imported files', async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'outcomes' });
    const folder = await mkdtemp(join(tmpdir(), 'myaku-outcomes-'));
    for (const [file, text] of Object.entries(outcomeFiles())) {
      await writeFile(join(folder, file), text);
      const token = await client.addFile(join(folder, file));
      const { suggestion } = await client.get('imports.preview', { token, options: {} });
      const plan = { ...suggestion, ...(file === 'outcomes.csv' ? { completeUntil: 20088 } : {}) };
      await client.get('imports.commit', { token, plan, taskId: file });
    }
    const [measure] = (await client.get('measures.propose', { language: 'en' })).measures;
    const scorecard = {
      id: 'card',
      name: 'card',
      purpose: { goal: '', healthyCustomer: '' },
      groups: [
        {
          id: 'g',
          name: 'g',
          weight: 1,
          combine: 'mean' as const,
          measures: [
            {
              measureId: measure!.id,
              weight: 1,
              scale: { type: 'percentile' as const, direction: 'higher' as const },
              missing: { type: 'exclude' as const },
            },
          ],
        },
      ],
      minimumCoverage: 0,
      gradingScheme: 'traffic' as const,
      bands: [
        ['high', 70, false],
        ['middle', 30, false],
        ['low', 0, true],
      ].map(([id, lowerBound, alarm]) => ({
        id: String(id),
        lowerBound: Number(lowerBound),
        label: String(id),
        symbol: '',
        colour: '#009E73',
        alarm: alarm === true,
        action: '',
        owner: '',
      })),
    };
    await client.get('design.commit', {
      nameKey: 'step.test',
      parameters: {},
      screen: 'scorecard',
      changes: [
        { kind: 'measure', id: measure!.id, body: measure! },
        { kind: 'scorecard', id: 'card', body: scorecard },
      ],
    });
    const proposed = await client.get('backtests.proposeSettings', { scorecardId: 'card' });
    // Annual plans.
    expect([proposed.gapDays, proposed.horizonDays]).toEqual([90, 90]);
    const settings = { ...proposed, gapDays: 0, horizonDays: 60, testFrom: null };
    const grade = async (part: Partial<typeof settings>) => {
      const done = await client.get('backtests.run', {
        scorecardId: 'card',
        settings: { ...settings, ...part },
        taskId: 'r',
      });
      return done.figures.design!;
    };
    const expansion = await grade({ outcome: 'expansion' });
    expect(expansion.churners).toBe(10);
    expect(expansion.auc!.value).toBeGreaterThan(0.9);
    // The scorecard's own screen stays with churn: it says so.
    const live = async (outcome?: 'expansion') => {
      const body = { ...settings, ...(outcome === undefined ? {} : { outcome }) };
      await client.get('design.commit', {
        nameKey: 'step.test',
        parameters: {},
        screen: 'backtest',
        changes: [{ kind: 'backtestSettings', id: 'current', body }],
      });
      return (await client.get('live.open', { scorecard, taskId: 'l' })).figures;
    };
    expect(await live('expansion')).toEqual(await live());
    const churn = await grade({});
    expect(churn.churners).toBe(10);
    expect(churn.auc!.value).toBeGreaterThan(0.9);
    expect((await grade({ voluntaryOnly: true })).churners).toBe(5);
    const contacts = join(folder, 'contacts.csv');
    const calls = [20, 21, 22, 23].map((i) => `c${i},2024-06-15,call,Mori`);
    await writeFile(contacts, ['account_id,contact_date,contact_type,contacted_by', ...calls].join('\n'));
    const token = await client.addFile(contacts);
    const { suggestion: plan } = await client.get('imports.preview', {
      token,
      options: {},
      kind: 'interventions',
    });
    await client.get('imports.commit', { token, plan, taskId: 'contacts' });
    const { run } = await client.get('backtests.run', { scorecardId: 'card', settings, taskId: 'r' });
    const treated = await client.get('backtests.interventions', { runId: run.id, taskId: 'i' });
    expect(treated).toMatchObject({ contacts: 4, figures: { reason: null } });
    expect(treated.figures.treated).toMatchObject({ accounts: 4, positives: 0 });
    expect(treated.figures.untreated.accounts).toBe(40);
    const values = ['Pro'];
    const condition = { type: 'attribute' as const, attribute: 'plan', operator: 'isOneOf' as const, values };
    const pro = await grade({ segment: { name: 'Pro', conditions: [condition] } });
    expect(pro.accounts).toBe(20);
    const { firstDay, lastDay } = settings.schedule as { firstDay: number; lastDay: number };
    const renewal = { type: 'renewal' as const, daysBefore: 60, firstDay, lastDay };
    const before = await grade({ schedule: renewal });
    expect(before.rows).toBeGreaterThan(0);
    expect(before.rows).toBeLessThanOrEqual(before.accounts * 2);
  }, 60_000);
});
