import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ContractClient, hosts } from './hosts.ts';

const path = (client: ContractClient, name: string) => join(client.workspaceFolder, `${name}.myaku`);
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const tokenOf = async (client: ContractClient, name: string) => {
  const { items } = await client.get('workspace.recents', {});
  return items.find((item) => item.fileName === `${name}.myaku`)!.token;
};
const openNamed = async (client: ContractClient, name: string) =>
  client.ask('workspace.open', { token: await tokenOf(client, name) });

/** A workspace with so many measures, each a design step. */
async function addMeasures(client: ContractClient, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    const body = {
      id,
      name: id,
      aggregation: { type: 'tenure' as const },
      direction: 'higher' as const,
      actionable: true,
    };
    await client.get('design.commit', {
      nameKey: 'step.test',
      parameters: {},
      screen: 'measures',
      changes: [{ kind: 'measure', id, body }],
    });
  }
  await client.get('workspace.save', {});
}
const measureIds = async (client: ContractClient) =>
  (await client.get('design.get', {})).measures.map((measure) => measure.id);

describe.each(hosts)('a workspace file on the %s host', (_name, connect) => {
  it('that is damaged is not opened; its newest good backup is, and the damaged one stays', async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'client' });
    await addMeasures(client, 'a', 'b');
    await client.get('workspace.close', {});
    const whole = sha256(path(client, 'client'));
    writeFileSync(path(client, 'client'), readFileSync(path(client, 'client')).subarray(0, 9000));
    const cut = sha256(path(client, 'client'));
    await client.get('workspace.create', { name: 'other' });

    expect(await openNamed(client, 'client')).toMatchObject({ error: { code: 'workspaceDamaged' } });
    const { open, refused } = await client.get('workspace.state', {});
    expect(open?.name, 'what was open stays open').toBe('other');
    expect(refused).toMatchObject({ fileName: 'client.myaku', problem: 'workspaceDamaged' });
    expect(refused?.backup?.sizeBytes).toBeGreaterThan(9000);

    const { state, keptAs } = await client.get('workspace.openRefusedBackup', {});
    expect(state).toMatchObject({ name: 'client', differs: false });
    expect(await measureIds(client)).toEqual(['a', 'b']);
    expect(sha256(join(client.workspaceFolder, keptAs!))).toBe(cut);
    expect(sha256(path(client, 'client'))).toBe(whole);
    expect((await client.get('workspace.state', {})).refused).toBeNull();
    // The damaged file is beside, not among the states to go back to.
    const { items } = await client.get('workspace.backups', {});
    expect(items.map(({ sizeBytes }) => sizeBytes)).not.toContain(9000);
  });

  it('that is something else, or gone, is named with its backup', async () => {
    const client = await connect();
    for (const name of ['replaced', 'gone']) {
      await client.get('workspace.create', { name });
      await client.get('workspace.close', {});
    }
    writeFileSync(path(client, 'replaced'), 'account,day\n'.repeat(99));
    rmSync(path(client, 'gone'));
    for (const [name, problem] of [
      ['replaced', 'notAWorkspace'],
      ['gone', 'fileMissing'],
    ] as const) {
      expect(await openNamed(client, name)).toMatchObject({ error: { code: problem } });
      const { refused } = await client.get('workspace.state', {});
      expect(refused).toMatchObject({ problem, backup: { sizeBytes: expect.any(Number) } });
      const opened = await client.get('workspace.openRefusedBackup', {});
      expect([opened.state.name, opened.keptAs === null]).toEqual([name, name === 'gone']);
    }
  });

  it('that was never seen here is named without a backup, until that is dismissed', async () => {
    const client = await connect();
    await client.get('workspace.recents', {});
    writeFileSync(path(client, 'unknown'), 'not a workspace');
    expect(await openNamed(client, 'unknown')).toMatchObject({ error: { code: 'notAWorkspace' } });
    const { refused } = await client.get('workspace.state', {});
    expect(refused).toMatchObject({ fileName: 'unknown.myaku', backup: null });
    expect(await client.ask('workspace.openRefusedBackup', {})).toMatchObject({
      error: { code: 'notFound' },
    });
    await client.get('workspace.dismissRefused', {});
    expect((await client.get('workspace.state', {})).refused).toBeNull();
  });

  it('that differs from what was last saved here says so until one is kept', async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'client' });
    await addMeasures(client, 'a');
    const older = readFileSync(path(client, 'client'));
    await addMeasures(client, 'b', 'c');
    await client.get('workspace.close', {});
    const newer = sha256(path(client, 'client'));
    writeFileSync(path(client, 'client'), older);

    expect(await openNamed(client, 'client')).toMatchObject({ value: { differs: true } });
    const { here, saved } = await client.get('workspace.compareSaved', {});
    expect([here.designSteps, saved?.designSteps, saved?.exact]).toEqual([1, 3, true]);
    await client.get('workspace.restoreBackup', { token: saved!.token });
    expect(await measureIds(client)).toEqual(['a', 'b', 'c']);
    expect(sha256(path(client, 'client'))).toBe(newer);
    expect((await client.get('workspace.state', {})).open?.differs).toBe(false);

    await client.get('workspace.close', {});
    writeFileSync(path(client, 'client'), older);
    expect(await openNamed(client, 'client')).toMatchObject({ value: { differs: true } });
    expect(await client.get('workspace.keepThis', {})).toMatchObject({ differs: false });
    await client.get('workspace.close', {});
    expect(await openNamed(client, 'client')).toMatchObject({ value: { differs: false } });
    expect(await measureIds(client)).toEqual(['a']);
  });

  it('that somebody else changed stops the save; overwriting keeps theirs as a backup', async () => {
    const client = await connect();
    const theirs = await changedByOthers(client);
    expect((await client.get('workspace.state', {})).open).toMatchObject({
      saveState: 'failed',
      problem: 'workspaceChangedOutside',
    });
    expect(sha256(path(client, 'client'))).toBe(theirs);
    expect(await client.get('workspace.save', { replaceChanged: true })).toMatchObject({
      saveState: 'saved',
      problem: null,
    });
    expect(sha256(path(client, 'client'))).not.toBe(theirs);
    const { items } = await client.get('workspace.backups', {});
    expect(items.some(({ token }) => token.includes(theirs))).toBe(true);
  });

  it('that somebody else changed is reopened as theirs; what was unsaved is a backup', async () => {
    const client = await connect();
    await changedByOthers(client);
    expect(await client.get('workspace.reopen', {})).toMatchObject({ differs: false, problem: null });
    expect(await measureIds(client)).toEqual(['theirs']);
    const { items } = await client.get('workspace.backups', {});
    await client.get('workspace.restoreBackup', { token: items[0]!.token });
    expect(await measureIds(client)).toEqual(['mine']);
    // A restore can itself be undone.
    const after = await client.get('workspace.backups', {});
    await client.get('workspace.restoreBackup', { token: after.items[0]!.token });
    expect(await measureIds(client)).toEqual(['theirs']);
  });

  it('that somebody else changed can be left alone by saving under another name', async () => {
    const client = await connect();
    const theirs = await changedByOthers(client);
    expect(await client.get('workspace.saveAs', { name: 'mine' })).toMatchObject({ problem: null });
    expect(await measureIds(client)).toEqual(['mine']);
    expect(sha256(path(client, 'client'))).toBe(theirs);
  });

  it('is gone with its backups and recents when its data are deleted, open or not', async () => {
    const client = await connect();
    for (const name of ['open', 'closed', 'other']) {
      await client.get('workspace.create', { name });
      await addMeasures(client, 'a');
      await client.get('workspace.close', {});
    }
    writeFileSync(join(client.workspaceFolder, 'open.myaku.damaged-20240101-000000'), 'old');
    await openNamed(client, 'open');
    const kept = (await client.get('workspace.state', {})).open!.id;
    for (const name of ['open', 'closed']) {
      await client.get('workspace.deleteData', { token: await tokenOf(client, name) });
    }
    expect((await client.get('workspace.state', {})).open).toBeNull();
    expect(readdirSync(client.workspaceFolder).filter((name) => name.includes('myaku'))).toEqual([
      'other.myaku',
    ]);
    const { items } = await client.get('workspace.recents', {});
    expect(items.map(({ name }) => name)).toEqual(['other']);
    expect(existsSync(join(client.dataFolder, 'backups', kept))).toBe(false);
    expect(readdirSync(join(client.dataFolder, 'backups'))).toHaveLength(1);
  });

  it('that comes as a dropped file lives on after the host has ended', async () => {
    const client = await connect();
    await client.get('workspace.create', { name: 'client' });
    await addMeasures(client, 'a');
    await client.get('workspace.close', {});
    const elsewhere = mkdtempSync(join(tmpdir(), 'myaku-elsewhere-'));
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
    writeFileSync(join(elsewhere, 'brought.myaku'), readFileSync(path(client, 'client')));
    const token = await client.addFile(join(elsewhere, 'brought.myaku'));
    expect(await client.get('workspace.open', { token })).toMatchObject({ fileName: 'brought.myaku' });
    await addMeasures(client, 'b');
    const { items } = await client.get('workspace.recents', {});
    await client.get('workspace.close', {});
    await client.get('workspace.open', { token: items.find((i) => i.fileName === 'brought.myaku')!.token });
    expect(await measureIds(client)).toEqual(['a', 'b']);
    const home = [client.workspaceFolder, elsewhere].filter((folder) =>
      existsSync(join(folder, 'brought.myaku')),
    );
    expect(home.length).toBeGreaterThan(0);
  });
});

/** Open here with the measure `mine` unsaved, while the file holds `theirs`; answers the hash of theirs. */
async function changedByOthers(client: ContractClient): Promise<string> {
  await client.get('workspace.create', { name: 'client' });
  const empty = readFileSync(path(client, 'client'));
  await addMeasures(client, 'theirs');
  const theirs = readFileSync(path(client, 'client'));
  await client.get('workspace.close', {});
  writeFileSync(path(client, 'client'), empty);
  await openNamed(client, 'client');
  await client.get('workspace.keepThis', {});
  writeFileSync(path(client, 'client'), theirs);
  await expect(addMeasures(client, 'mine')).rejects.toThrow('workspaceChangedOutside');
  return sha256(path(client, 'client'));
}
