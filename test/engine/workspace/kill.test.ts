import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildKillProgram, type KillProgram, killRepeatedly } from '../../helpers/kill-harness.ts';

const killsPerChain = 100;

let program: KillProgram;
beforeAll(async () => {
  program = await buildKillProgram();
});
afterAll(() => rmSync(program.workers.folder, { recursive: true, force: true }));

describe('200 kills at random moments while editing and saving', () => {
  it('damage no workspace and lose no edit that was shown as saved', async () => {
    const reports = await Promise.all(
      [11, 22].map((seed) => killRepeatedly({ program, kills: killsPerChain, seed, saver: 'safe' })),
    );
    console.log(reports.map((report) => JSON.stringify(report)).join('\n'));
    for (const report of reports) {
      expect(report).toMatchObject({ kills: killsPerChain, damaged: [], lost: [], refused: [] });
      // Else the kills came too early or too late to say anything.
      expect(report.duringSave).toBeGreaterThan(20);
      expect(report.editsShownSaved).toBeGreaterThan(30);
    }
  }, 300_000);
});

describe('the same harness with a plain in-place write', () => {
  it('finds damage (negative control)', async () => {
    const report = await killRepeatedly({ program, kills: 12, seed: 33, saver: 'naive' });
    console.log(JSON.stringify(report));
    expect(report.damaged.length + report.lost.length).toBeGreaterThan(0);
  }, 120_000);
});
