import { isMainThread } from 'node:worker_threads'

// Loaded before a measured process: says its peak memory, and the seconds its processors worked, when it ends.
// A thread of it is loaded with the same, and ends sooner: it says nothing.
if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write(`peak memory ${maxRSS} kB\nprocessors ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s\n`)
  })
