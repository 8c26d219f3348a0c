import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** An action that can run now: the command palette lists it while its screen is there. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly description?: string;
  /** Words it is also found by. */
  readonly keywords?: readonly string[];
  /** For shortcuts and the host's menu only, not for the palette. */
  readonly isHidden?: boolean;
}

interface CommandState {
  readonly commands: readonly Command[];
  readonly put: (command: Command) => void;
  readonly drop: (id: string) => void;
}

export const useCommandStore = create<CommandState>()((set) => ({
  commands: [],
  put: (command) =>
    set((state) => ({ commands: [...state.commands.filter((other) => other.id !== command.id), command] })),
  drop: (id) => set((state) => ({ commands: state.commands.filter((other) => other.id !== id) })),
}));

/** Lists a command while the component is shown and the command is not null. */
export function useCommand(command: Command | null): void {
  const run = useRef<() => void>(() => undefined);
  run.current = command?.run ?? (() => undefined);
  const id = command?.id;
  const label = command?.label;
  const description = command?.description;
  useEffect(() => {
    if (id === undefined || label === undefined) return;
    const { put, drop } = useCommandStore.getState();
    put({ id, label, run: () => run.current(), ...(description === undefined ? {} : { description }) });
    return () => drop(id);
  }, [id, label, description]);
}
