import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { useAppStore } from '../client/app-store.ts';
import { useCommandStore } from '../client/commands.ts';
import { movePane } from './move-pane.ts';
import { type Shortcut, shortcutOf, takesText } from './shortcut-of.ts';

/** Listens for the shortcuts of the whole window and runs the command of the same name. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, takesText(event.target));
      if (shortcut === null || event.defaultPrevented) return;
      if (useAppStore.getState().connection === 'lost') return;
      event.preventDefault();
      if (shortcut.type === 'palette') spotlight.toggle();
      else if (shortcut.type === 'pane') movePane(shortcut.by);
      else runCommand(commandOf(shortcut));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function commandOf(shortcut: Exclude<Shortcut, { type: 'palette' | 'pane' }>): string {
  switch (shortcut.type) {
    case 'go':
      return `go.${shortcut.route}`;
    case 'shortcuts':
      return 'showShortcuts';
    default:
      return shortcut.type;
  }
}

function runCommand(id: string): void {
  useCommandStore
    .getState()
    .commands.find((command) => command.id === id)
    ?.run();
}
