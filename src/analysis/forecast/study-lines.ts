/** How far out "if that continued" ends up, beside no change, where the truth is known. */
import { knownBy } from './known-by.ts'
import { monthlyOf } from './monthly.ts'
import { type Coverage, coverageOf } from './score.ts'
import { spans, trendLines } from './trend-lines.ts'
import { councilOf, type World } from './worlds.ts'

export type LinesStudy = {
  readonly world: string
  /** Mean error of no change, and of each line by the months whose change it continues: children. */
  readonly noChange: number
  readonly lines: readonly { readonly span: number; readonly mae: number }[]
  /** How often what came lay between the lowest and the highest of the lines. */
  readonly between: Coverage
}

type StudyOf = {
  readonly councils: number
  readonly firstSeed: number
  readonly months?: number
  readonly ahead?: number
}

/** The councils of a world, so many months ahead; the same ones as `studyWorld` has. */
export function studyLines(world: World, { councils, firstSeed, months = 84, ahead = 12 }: StudyOf): LinesStudy {
  const made = Array.from({ length: councils }, (_, i) => {
    const { truth, origin } = councilOf(world, firstSeed + i, months, ahead)
    const { total } = monthlyOf(knownBy(truth, origin))
    const came = monthlyOf(truth).total.at(-1) ?? 0
    const ends = trendLines(total, ahead).map(({ values }) => values[ahead - 1] ?? 0)
    return {
      noChange: Math.abs((total.at(-1) ?? 0) - came),
      errors: ends.map(end => Math.abs(end - came)),
      between: came >= Math.min(...ends) && came <= Math.max(...ends),
    }
  })
  const mean = (of: (one: (typeof made)[number]) => number): number =>
    made.reduce((sum, one) => sum + of(one), 0) / made.length
  return {
    world: world.name,
    noChange: mean(({ noChange }) => noChange),
    lines: spans.map((span, i) => ({ span, mae: mean(({ errors }) => errors[i] ?? 0) })),
    between: coverageOf(made.filter(({ between }) => between).length, made.length),
  }
}
