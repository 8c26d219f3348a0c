import { create } from 'zustand';

/** Files above it are read only when the person says so, one by one (the engine's own limit). */
export const largeFileBytes = 200 * 1024 * 1024;

/** A file that waits for a yes or no. */
export interface LargeFile {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly accept: () => Promise<void>;
}

interface LargeFiles {
  readonly waiting: readonly LargeFile[];
  readonly ask: (file: LargeFile) => void;
  readonly answer: (key: string) => void;
}

export const useLargeFiles = create<LargeFiles>()((set) => ({
  waiting: [],
  ask: (file) => set(({ waiting }) => ({ waiting: [...waiting, file] })),
  answer: (key) => set(({ waiting }) => ({ waiting: waiting.filter((file) => file.key !== key) })),
}));
