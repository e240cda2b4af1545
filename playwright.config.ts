import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

// The workers read this file again: what was chosen once is handed to them by the environment.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000))
process.env.E2E_DATA_FOLDER ??= mkdtempSync(join(tmpdir(), 'zhupi-e2e-'))
const url = `http://localhost:${process.env.E2E_PORT}`

/** Walks the example portal, as it was built (`pnpm build`), in a real Chromium: an empty database, one test after the other. */
export default defineConfig({
  testDir: 'examples/city-portal/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    actionTimeout: 30_000,
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] },
  },
  webServer: {
    command: 'node examples/city-portal/dist/main.js',
    url: `${url}/sign-in`,
    env: { PORT: process.env.E2E_PORT, DATA_FOLDER: process.env.E2E_DATA_FOLDER },
  },
})
