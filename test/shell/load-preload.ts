import { vi } from 'vitest';
import { createFakePreload } from '../helpers/fake-electron.ts';

interface MyakuBridge {
  readonly host: string;
  readonly call: (channel: string, payload: unknown) => Promise<unknown>;
  readonly onEvent: (listener: (...values: unknown[]) => void) => () => void;
  readonly registerDroppedFile: (file: File) => Promise<string>;
}

/** Runs the preload afresh on the fake Electron and hands out what the page would see. */
export async function loadPreload() {
  const fake = createFakePreload();
  vi.resetModules();
  vi.doMock('electron', () => fake.api);
  await import('../../electron/shell/preload.ts');
  // The fake keeps whatever is exposed; the tests check its members by using them.
  const bridge = fake.exposed.get('myaku') as unknown as MyakuBridge;
  return { ...fake, bridge };
}
