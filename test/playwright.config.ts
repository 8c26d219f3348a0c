import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './helpers/find-chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const chromium = findChromium();
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: './e2e',
  outputDir: resolve(root, 'test-results'),
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: resolve(root, '.cache/playwright.json') }]],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
    // A trace (`--trace on`) makes a test two to three times as long.
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without one, Playwright's own browser, if it was installed.
      ...(chromium !== null && existsSync(chromium) ? { executablePath: chromium } : {}),
      // Without a UTF-8 locale Chromium on Linux loses files and downloads with Japanese names.
      ...(process.platform === 'linux' ? { env: { ...process.env, LC_ALL: 'C.UTF-8' } } : {}),
      // Only this test browser: as root Chromium starts no other way.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'loopback', testIgnore: /electron\// },
    { name: 'electron', testMatch: /electron\/.*\.spec\.ts$/ },
  ],
});
