import type { BrowserWindow } from 'electron';
import type { Engine } from '../engine/engine.ts';
import type { ElectronApi } from './electron-api.ts';
import { type ShellLanguage, shellText } from './shell-text.ts';

export interface ClosingOptions {
  readonly electron: Pick<ElectronApi, 'app' | 'dialog'>;
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly language: () => ShellLanguage;
}

/** Closing the window saves first. If that fails, the person says whether to leave without the last changes. */
export function saveBeforeClosing({ electron, window, engine, language }: ClosingOptions): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void saveAndLeave();
  });

  async function saveAndLeave(): Promise<void> {
    const running = await engine;
    const mayLeave = (await isSaved(running)) || (await wantsToLeave());
    closing = false;
    if (!mayLeave) return;
    await Promise.allSettled([running.close()]);
    window.destroy();
    electron.app.quit();
  }

  async function wantsToLeave(): Promise<boolean> {
    const text = shellText[language()];
    const answer = await electron.dialog.showMessageBox(window, {
      type: 'warning',
      message: text.couldNotSave,
      detail: text.couldNotSaveDetail,
      buttons: [text.goBack, text.leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return answer.response === 1;
  }
}

/** With no workspace open, or one that may not be written, there is nothing to lose. */
async function isSaved(engine: Engine): Promise<boolean> {
  const saved = await engine.dispatch('workspace.save', {});
  return saved.ok || saved.error.code === 'noWorkspace' || saved.error.code === 'readOnly';
}
