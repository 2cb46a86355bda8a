import { describe, expect, it } from 'vitest'
import { chanceOf } from './council.fixture.ts'
import { falseAlarmRate } from './expected-signals.ts'
import { foundWithin, scenarios } from './false-alarms.fixture.ts'

/** Months that a change of two to three standard deviations needs: a run of seven, and one month of luck. */
const NEEDED = { before: 36, within: 8 }

describe('a council that never changes', () => {
  for (const scenario of scenarios) {
    const slow = scenario.chart === 'flows and same month last year'
    for (const length of [14, 36]) {
      it(`signals on at most 5% of latest points: ${scenario.name}, ${length} months`, () => {
        const chance = chanceOf(20_261_127 + length)
        const runs = slow ? 100 : 300
        let alarms = 0
        for (let i = 0; i < runs; i++) if (scenario.signals(chance, length, Infinity)) alarms++
        expect(alarms / runs).toBeLessThanOrEqual(0.05)
        // The rate we tell readers is not below what happens, give or take the luck of the simulation (3 sd).
        const told = falseAlarmRate({ chart: scenario.chart, points: length })
        expect(alarms / runs).toBeLessThanOrEqual(told + 3 * Math.sqrt((told * (1 - told)) / runs))
      })
    }
  }
})

describe('a council that really changes', () => {
  for (const scenario of scenarios) {
    const { before, within } = scenario.found ?? NEEDED
    it(`is found within ${within} months, 19 times in 20: ${scenario.name}`, () => {
      const runs = scenario.chart === 'flows and same month last year' ? 20 : 40
      let found = 0
      for (let i = 0; i < runs; i++) if (foundWithin(scenario, () => chanceOf(i), before, within)) found++
      expect(found / runs).toBeGreaterThanOrEqual(0.95)
    })
  }
})
