import { configDefaults, defineConfig } from 'vitest/config'

/** Unit tests: everything in tests/ but the end-to-end tests, under Node. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/browser/**'],
    environment: 'node',
    // Property tests on a busy machine with few cores: slow is not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
