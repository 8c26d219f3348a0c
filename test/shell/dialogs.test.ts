import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HostPorts } from '../../electron/engine/engine.ts';
import { fail, succeed } from '../../shared/ipc/result.ts';
import { createRecordingEngine, startFakeShell } from './start-fake-shell.ts';

describe('picking files', () => {
  it('hands the picked paths to the engine, several for data and one for a workspace', async () => {
    const { ports, dialogs } = await startPorts();
    dialogs.openPaths = ['/data/a.csv', '/data/b.csv'];
    expect(await ports.pickFiles('csv')).toEqual(
      succeed([
        { path: '/data/a.csv', name: 'a.csv', temporary: false },
        { path: '/data/b.csv', name: 'b.csv', temporary: false },
      ]),
    );
    await ports.pickFiles('workspace');
    expect(dialogs.shown).toMatchObject([
      {
        properties: ['openFile', 'multiSelections'],
        filters: [{ extensions: ['csv', 'tsv', 'txt', 'zip'] }],
      },
      { properties: ['openFile'], filters: [{ extensions: ['myaku'] }] },
    ]);
  });

  it('is cancelled where nothing was picked', async () => {
    const { ports } = await startPorts();
    expect(await ports.pickFiles('csv')).toEqual(fail('cancelled'));
  });
});

describe('picking where to save', () => {
  it('answers the chosen path, or null where the person cancelled', async () => {
    const { ports, dialogs } = await startPorts();
    expect(await ports.pickSavePath('list.csv')).toEqual(succeed(null));
    dialogs.savePath = '/data/mine.csv';
    expect(await ports.pickSavePath('list.csv')).toEqual(succeed('/data/mine.csv'));
  });

  it('suggests a name in the workspace folder, never a path out of it', async () => {
    const { ports, dialogs, folder } = await startPorts();
    await ports.pickSavePath('../../etc/list.csv');
    expect(dialogs.shown).toMatchObject([{ defaultPath: join(folder, 'Myaku', 'list.csv') }]);
  });

  it('adds a missing extension, but never onto a file that the dialog did not ask about', async () => {
    const { ports, dialogs, folder } = await startPorts();
    dialogs.savePath = join(folder, 'client');
    expect(await ports.pickSavePath('a.myaku')).toEqual(succeed(join(folder, 'client.myaku')));
    writeFileSync(join(folder, 'client.myaku'), '');
    expect(await ports.pickSavePath('a.myaku')).toEqual(fail('alreadyExists', { file: 'client.myaku' }));
  });
});

describe('revealing a file', () => {
  it('shows it in its folder, and runs nothing', async () => {
    const { ports, revealed } = await startPorts();
    expect(await ports.revealPath('/data/list.csv')).toEqual(succeed(null));
    expect(await ports.revealPath('list.csv')).toEqual(fail('fileMissing'));
    expect(revealed).toEqual(['/data/list.csv']);
  });
});

async function startPorts() {
  let ports: HostPorts | undefined;
  const { electron, folder } = await startFakeShell({
    startEngine: async (options) => {
      ports = options.ports;
      return createRecordingEngine();
    },
  });
  if (ports === undefined) throw new Error('the engine was not started');
  return { ports, dialogs: electron.dialogs, revealed: electron.revealed, folder };
}
