import { defineConfig } from '@playwright/test'
import walk from './playwright.config.ts'

/** Takes the pictures of the guides from the example portal, as it was built: `pnpm pictures`. */
export default defineConfig(walk, {
  testDir: 'examples/city-portal/pictures',
  use: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
})
