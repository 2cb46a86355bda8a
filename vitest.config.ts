import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number, fileParallelism = true) => ({
  test: { name, include, testTimeout, hookTimeout: 300_000, fileParallelism },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Two files run side by side: an engine that takes both processors for small statements only waits for itself.
    env: { HEARTH_PROCESSORS: '1' },
    projects: [
      project('rooms', ['src/**/*.test.ts', 'test/rooms/**/*.test.ts'], 120_000),
      project('browser', ['test/browser/**/*.test.ts'], 120_000, false),
      project('kills', ['test/kills/**/*.test.ts'], 120_000, false),
      project('postgres', ['test/postgres/**/*.test.ts'], 120_000, false),
    ],
  },
})
