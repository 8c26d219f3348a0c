import { resolve } from 'node:path';

/**
 * The workspace named on a command line, as an absolute path, or null.
 * Chromium adds and reorders arguments, so the last one that ends in `.myaku` and is no option counts.
 */
export function findWorkspaceArgument(argv: readonly string[], workingFolder: string): string | null {
  const name = argv.slice(1).findLast((argument) => /\.myaku$/i.test(argument) && !argument.startsWith('-'));
  return name === undefined ? null : resolve(workingFolder, name);
}
