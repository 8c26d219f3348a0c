import type { App } from 'electron';
import { findWorkspaceArgument } from './find-workspace-argument.ts';

export interface OpenRequests {
  /** Hands over every workspace asked for so far, and each later one as it comes. */
  serve(open: (path: string) => void): void;
}

export interface OpenRequestOptions {
  readonly app: App;
  readonly argv: readonly string[];
  readonly workingFolder: string;
  /** A second start asks the running window to come forward, with or without a file. */
  readonly onSecondStart: () => void;
}

/** Collects the workspaces that the system asks to open: at start, by a second start, by double-click on macOS. */
export function collectOpenRequests({
  app,
  argv,
  workingFolder,
  onSecondStart,
}: OpenRequestOptions): OpenRequests {
  const waiting: string[] = [];
  let open = (path: string): void => {
    waiting.push(path);
  };
  const first = findWorkspaceArgument(argv, workingFolder);
  if (first !== null) open(first);

  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, laterArgv, laterFolder) => {
    onSecondStart();
    const path = findWorkspaceArgument(laterArgv, laterFolder);
    if (path !== null) open(path);
  });

  return {
    serve(handler) {
      open = handler;
      for (const path of waiting.splice(0)) handler(path);
    },
  };
}
