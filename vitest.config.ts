import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/chromium.mjs'

const source = {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
}

/** A package's Node tests: every `*.test.ts` beside the code. */
function nodeProject(name: string, folder: string) {
  return {
    ...source,
    test: {
      name,
      root: folder,
      environment: 'node' as const,
      // A noisy machine is not a failure: only what never ends is.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      include: ['**/*.test.ts'],
      exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.*', '**/e2e/**'],
    },
  }
}

/**
 * A package's tests in a real Chromium: every `*.browser.test.tsx`.
 *
 * @param bundled packages that are to be bundled before the first test, where Vite would find them only on the way
 */
function browserProject(name: string, folder: string, bundled: string[] = []) {
  return {
    optimizeDeps: { include: bundled },
    resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
    test: {
      name: `${name}-browser`,
      root: folder,
      include: ['**/*.browser.test.tsx'],
      testTimeout: 180_000,
      hookTimeout: 180_000,
      exclude: ['**/node_modules/**', '**/dist/**'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }
}

export default defineConfig({
  test: {
    // `pnpm coverage`: of the engine and what is around it. The viewer runs in a browser only.
    coverage: {
      provider: 'v8',
      include: ['packages/flows/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.d.ts', 'packages/flows/src/modeler/**'],
      reportsDirectory: 'test-results/coverage',
      reporter: ['text', 'json-summary'],
      thresholds: { statements: 95 },
    },
    projects: [
      nodeProject('forms', 'packages/forms'),
      browserProject('forms', 'packages/forms'),
      nodeProject('flows', 'packages/flows'),
      browserProject('flows', 'packages/flows', ['bpmn-js/lib/Modeler.js', 'bpmn-moddle', 'fast-check']),
      nodeProject('server', 'packages/server'),
      nodeProject('plugin', 'packages/plugin'),
      browserProject('plugin', 'packages/plugin'),
      nodeProject('leave-request', 'examples/leave-request'),
      nodeProject('zibo-talent-cards', 'examples/zibo-talent-cards'),
      nodeProject('city-portal', 'examples/city-portal'),
    ],
  },
})
