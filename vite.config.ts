import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const external = ['electron', /^node:/, ...builtinModules];

/** One Node-side bundle: everything but `electron` and `node:*` is inside it, so `node_modules` is never shipped. */
function nodeBundle(options: {
  input: Record<string, string>;
  outDir: string;
  format: 'es' | 'cjs';
  extension: 'js' | 'mjs' | 'cjs';
}): EnvironmentOptions {
  return {
    consumer: 'server',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { noExternal: true, builtins: external, conditions: ['node', 'module', 'import', 'default'] },
    build: {
      ssr: true,
      outDir: options.outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: {
        input: options.input,
        external,
        output: {
          format: options.format,
          entryFileNames: `[name].${options.extension}`,
          chunkFileNames: `[name]-[hash].${options.extension}`,
        },
      },
    },
  };
}

/** sql.js reads its wasm from the folder of its own code, which is `dist/workers` once bundled. */
function sqliteWasm(): Plugin {
  return {
    name: 'myaku:sqlite-wasm',
    applyToEnvironment: (environment) => environment.name === 'workers',
    generateBundle() {
      const source = readFileSync(at('node_modules/sql.js/dist/sql-wasm.wasm'));
      this.emitFile({ type: 'asset', fileName: 'sql-wasm.wasm', source });
    },
  };
}

const at = (path: string) => resolve(import.meta.dirname, path);

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  define: { 'import.meta.env.MYAKU_VERSION': JSON.stringify(version) },
  plugins: [react(), sqliteWasm()],
  builder: { sharedConfigBuild: false },
  test: {
    root: at('.'),
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'es2024',
        chunkSizeWarningLimit: 4096,
      },
    },
    main: nodeBundle({
      input: { main: at('electron/shell/main.ts') },
      outDir: at('dist/main'),
      format: 'es',
      extension: 'js',
    }),
    preload: nodeBundle({
      input: { preload: at('electron/shell/preload.ts') },
      outDir: at('dist/preload'),
      format: 'cjs',
      extension: 'cjs',
    }),
    workers: nodeBundle({
      input: {
        engine: at('electron/engine/workers/engine.ts'),
        compute: at('electron/engine/workers/compute.ts'),
        disk: at('electron/engine/workers/disk.ts'),
        check: at('electron/engine/workers/check.ts'),
      },
      outDir: at('dist/workers'),
      format: 'cjs',
      extension: 'cjs',
    }),
    loopback: nodeBundle({
      input: { loopback: at('electron/loopback/main.ts') },
      outDir: at('dist/loopback'),
      format: 'es',
      extension: 'mjs',
    }),
  },
});
