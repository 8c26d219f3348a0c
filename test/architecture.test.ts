import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, importsOf, type SourceFile } from './helpers/import-rules.ts';

const root = resolve(import.meta.dirname, '..');
const files: SourceFile[] = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      path: `${folder}/${name.replaceAll('\\', '/')}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    })),
);

describe('the architecture', () => {
  it('holds in every source file', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(findViolations(files)).toEqual([]);
  });

  it('keeps files within 300 lines', () => {
    const long = files.filter((file) => file.text.split('\n').length > 301).map((file) => file.path);
    expect(long).toEqual([]);
  });

  it('has no default exports but where a tool wants them', () => {
    expect(files.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe('a planted violation', () => {
  const planted: readonly (readonly [what: string, path: string, text: string])[] = [
    ['shared importing Node', 'shared/x.ts', "import { readFileSync } from 'node:fs';"],
    ['shared importing a package', 'shared/x.ts', "import Papa from 'papaparse';"],
    ['shared importing React types', 'shared/x.ts', "import type { FC } from 'react';"],
    ['shared importing the engine', 'shared/x.ts', "import { a } from '../electron/engine/engine.ts';"],
    ['the engine importing a host', 'electron/engine/x.ts', "import { a } from '../loopback/serve.ts';"],
    [
      'the engine importing the renderer',
      'electron/engine/x.ts',
      "export { a } from '../../renderer/ui/page.tsx';",
    ],
    ['the engine importing electron', 'electron/engine/x.ts', "import { app } from 'electron';"],
    [
      'the engine importing electron dynamically',
      'electron/engine/x.ts',
      "const e = await import('electron');",
    ],
    ['loopback importing the shell', 'electron/loopback/x.ts', "import { a } from '../shell/main.ts';"],
    ['the shell importing loopback', 'electron/shell/x.ts', "import { a } from '../loopback/serve.ts';"],
    ['the preload importing Node', 'electron/shell/preload.ts', "import { join } from 'node:path';"],
    [
      'the preload importing more than channel names',
      'electron/shell/preload.ts',
      "import { contract } from '../../shared/ipc/contract.ts';",
    ],
    ['the renderer importing Node', 'renderer/app/x.ts', "import { join } from 'node:path';"],
    [
      'the renderer importing the engine',
      'renderer/app/x.ts',
      "import type { E } from '../../electron/engine/engine.ts';",
    ],
    [
      'a feature importing a feature',
      'renderer/features/lists/x.ts',
      "import { a } from '../scorecard/y.ts';",
    ],
    [
      'a feature importing the app',
      'renderer/features/lists/x.ts',
      "import { a } from '../../app/routes.ts';",
    ],
    ['ui importing a feature', 'renderer/ui/x.ts', "import { a } from '../features/lists/y.ts';"],
    ['the client importing the app', 'renderer/client/x.ts', "import { a } from '../app/routes.ts';"],
    ['sql.js outside the store', 'electron/engine/imports/x.ts', "import init from 'sql.js';"],
    ['papaparse outside imports', 'electron/engine/store/x.ts', "import Papa from 'papaparse';"],
    ['echarts outside ui/chart.tsx', 'renderer/features/lists/x.ts', "import { init } from 'echarts/core';"],
    [
      'react-table outside ui/data-table.tsx',
      'renderer/features/lists/x.ts',
      "import type { Row } from '@tanstack/react-table';",
    ],
    ['ws outside loopback', 'electron/engine/x.ts', "import { WebSocketServer } from 'ws';"],
    ['electron outside the shell', 'electron/loopback/x.ts', "import type { App } from 'electron';"],
  ];

  it.each(planted)('is caught: %s', (_what, path, text) => {
    expect(findViolations([{ path, text }]).map((violation) => violation.file)).toEqual([path]);
  });

  it('is caught: a cycle', () => {
    const cycle = [
      { path: 'shared/a.ts', text: "import { b } from './b.ts';" },
      { path: 'shared/b.ts', text: "export { a } from './a.ts';" },
    ];
    expect(findViolations(cycle).map((violation) => violation.rule)).toEqual(['no cycles']);
  });

  it('is seen in every form of import', () => {
    const text = `
      import 'a';
      import b from 'b';
      import type { C } from 'c';
      import {
        d,
      } from 'd';
      export * from 'e';
      export { f } from 'f';
      export type { G } from 'g';
      const h = await import('h');
    `;
    expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });
});
