import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number, isolate = true) => ({
  test: { name, include, testTimeout, hookTimeout: 300_000, isolate, fileParallelism: !isolate },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Two files run side by side: an engine that takes both processors for small statements only waits for itself.
    env: { HEARTH_PROCESSORS: '1' },
    projects: [
      // Two processes take all files of the rooms in turn, so that each loads the modules once, not once a file (half of the time of
      // small files). So a file leaves nothing behind: streams and the exit code as they were, engines closed, folders removed.
      project('rooms', ['src/**/*.test.ts', 'test/rooms/**/*.test.ts'], 120_000, false),
      project('browser', ['test/browser/**/*.test.ts'], 120_000),
      project('kills', ['test/kills/**/*.test.ts'], 120_000),
      project('postgres', ['test/postgres/**/*.test.ts'], 120_000),
    ],
  },
})
