/** Where children go when they move: by age and the group they leave, the weights of a Dirichlet distribution. */
import type { CareHistory } from './care-history.ts'
import { ageBands, partsOfCell } from './cells.ts'
import { walk } from './exposure.ts'

/** What the pooled mix is worth, in moves. */
const PRIOR = 8

/** Position of a destination. */
export const destinationOf = (age: number, from: number, to: number, groups: number): number =>
  (age * groups + from) * groups + to

/**
 * Moves seen in the window, beside eight of the mix that children of all ages went from there to, and that beside eight of where all
 * moves go. Nobody moves to the group he is in.
 */
export function destinationsOf(history: CareHistory, from: number, to: number): Float64Array {
  const groups = history.groups.length
  const seen = new Float64Array(ageBands * groups * groups)
  walk(
    history,
    from,
    to,
    () => {},
    (cell, _, hazard, into) => {
      const { age, group } = partsOfCell(cell, groups)
      if (hazard >= 0 || into === group) return
      const at = destinationOf(age, group, into, groups)
      seen[at] = (seen[at] ?? 0) + 1
    },
  )
  const weights = new Float64Array(seen.length)
  const arrivals = new Float64Array(groups)
  const pooled = new Float64Array(groups * groups)
  for (const [at, n] of seen.entries()) {
    arrivals[at % groups] = (arrivals[at % groups] ?? 0) + n
    pooled[at % (groups * groups)] = (pooled[at % (groups * groups)] ?? 0) + n
  }
  const mix = (values: readonly number[], left: number): number[] => {
    const kept = values.map((v, i) => (i === left ? 0 : v))
    const all = kept.reduce((a, b) => a + b, 0)
    return all > 0 ? kept.map(v => v / all) : kept.map((_, i) => (i === left || groups < 2 ? 0 : 1 / (groups - 1)))
  }
  for (let left = 0; left < groups; left++) {
    const anywhere = mix([...arrivals], left)
    const here = mix(
      anywhere.map((share, into) => (pooled[left * groups + into] ?? 0) + PRIOR * share),
      left,
    )
    for (let age = 0; age < ageBands; age++)
      for (const [into, share] of here.entries()) {
        const at = destinationOf(age, left, into, groups)
        weights[at] = (seen[at] ?? 0) + PRIOR * share
      }
  }
  return weights
}
