import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts', 'rules/*.test.ts', 'tools/*.test.ts'],
    testTimeout: 60_000,
    // Two cores get two workers, not the one that vitest would start.
    maxWorkers: '100%',
  },
})
