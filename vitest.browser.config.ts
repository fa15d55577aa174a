import { defineConfig } from 'vitest/config'

/** End-to-end tests of the built page (dist/) in Chromium: one after the other, so that they do not starve each other. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/browser/find-browser-once.ts'],
    fileParallelism: false,
    maxConcurrency: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
