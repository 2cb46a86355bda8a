/** A thread that simulates its share of the runs into shared memory. */
import { workerData } from 'node:worker_threads'
import { simulateRuns } from './run.ts'
import type { Share } from './simulate.ts'

const { plan, first, count, into } = workerData as Share
simulateRuns(plan, first, count, into)
