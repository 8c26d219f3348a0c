import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
const program = electronProgram();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

test.describe('the Electron host', () => {
  test.skip(program === null, "Electron's program is not downloaded here");
  test.skip(!hasDisplay, 'there is no display');
  test.skip(process.getuid?.() === 0, 'Electron refuses to run as root');

  test('opens its window on its own scheme', async () => {
    const app = await _electron.launch({ executablePath: program ?? '', args: [root] });
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:/);
    await expect(page).toHaveTitle(/Myaku/);
    await app.close();
  });
});

/** Looks without `require('electron')`, which would start a download. */
function electronProgram(): string | null {
  const folder = resolve(root, 'node_modules/electron');
  const pathFile = resolve(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = resolve(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}
