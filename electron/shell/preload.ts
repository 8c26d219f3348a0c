import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, dropChannel, eventChannel } from '../../shared/ipc/channel-names.ts';

/** The answer to a dropped file, as `shared/ipc/result.ts` has it; a preload imports nothing but channel names. */
interface DropAnswer {
  readonly ok: boolean;
  readonly value?: string;
  readonly error?: { readonly code: string };
}

/** All that the window can reach of Electron: four members, none of them Electron's own. */
contextBridge.exposeInMainWorld('myaku', {
  host: 'electron',

  call(channel: unknown, payload: unknown): Promise<unknown> {
    return ipcRenderer.invoke(callChannel, channel, payload);
  },

  onEvent(listener: (event: unknown) => void): () => void {
    const carry = (_event: unknown, event: unknown) => listener(event);
    ipcRenderer.on(eventChannel, carry);
    return () => {
      ipcRenderer.removeListener(eventChannel, carry);
    };
  },

  async registerDroppedFile(file: File): Promise<string> {
    const answer: DropAnswer = await ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file));
    if (answer.ok && answer.value !== undefined) return answer.value;
    throw new Error(answer.error?.code ?? 'internal');
  },
});
