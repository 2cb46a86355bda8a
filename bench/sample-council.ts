import { day } from '../src/kit/day.ts'
import { writeSample } from '../src/sample/sample.ts'

/** Writes what a council of 600 children returned in ten years; `extracts`: every other source too. */
export const sampleCouncil = (to: string, extracts: boolean): ReturnType<typeof writeSample> =>
  writeSample({
    to,
    children: 600,
    years: 10,
    authorities: 1,
    toDate: day('2026-10-31'),
    seed: 1,
    faults: 0.02,
    xml: false,
    extracts,
  })
