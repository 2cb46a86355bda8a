import { type Assembling, rowFigure, rowNamed, words } from './desk-of-paper.ts'
import { type PaperField, piecesOf, type RowField, referenceOf } from './known-names.ts'
import type { Run } from './paper.ts'
import { sayPaperStatus, standingOf } from './watermark.ts'

/** Whose the figures are that we are compared with, and of when: `England, year ending 31 March 2025 and position at 31 March 2025`. */
function benchmarkYears({ view }: Assembling): string {
  const headlines = view.scorecard.themes.flatMap(({ rows }) =>
    rows.flatMap(({ comparison }) => (comparison?.headline ? [comparison.headline.text] : [])),
  )
  const named = headlines.map(text => {
    const [whose = ''] = text.split(':')
    return {
      whose: whose === 'Statistical neighbours' ? whose.toLowerCase() : whose,
      when: /\(([^()]+)\)$/.exec(text)?.[1] ?? '',
    }
  })
  const each = [...Map.groupBy(named, ({ whose }) => whose)].map(
    ([whose, own]) => `${whose}, ${[...new Set(own.map(({ when }) => when))].join(' and ')}`,
  )
  return each.length === 0 ? 'no release that we hold' : each.join('; ')
}

const paperWords: Readonly<Record<PaperField, (a: Assembling) => string>> = {
  at: ({ view }) => view.scorecard.atText,
  authority: ({ view }) => view.scorecard.authority.name,
  'known-on': ({ view }) => view.scorecard.knownOnText,
  'data-version': ({ view }) => view.scorecard.dataVersion,
  benchmarks: benchmarkYears,
  scorecard: ({ view }) => view.scorecard.title,
  status: a => sayPaperStatus(standingOf(a)),
  audience: ({ audience }) =>
    ({ analyst: 'analysts', manager: 'managers', board: 'the board', public: 'the public' })[audience],
}

function rowRuns(a: Assembling, name: string, part: RowField): readonly Run[] {
  const row = rowNamed(a, name)
  if (!row) return [words('not held')]
  if (part === 'period') return [words(row.latest.period)]
  if (part === 'target') return [words(row.targetText)]
  const shown = {
    value: row.latest.figure,
    numerator: row.latest.numerator,
    denominator: row.latest.denominator,
    prior: row.prior?.figure,
    change: row.change?.figure,
    neighbours: row.comparison?.headline?.figure,
  }[part]
  return shown
    ? [rowFigure(a, row, part, shown, part === 'prior' && row.prior ? row.prior : row.latest)]
    : [words('not held')]
}

/** Words of a template with what they refer to filled in. */
export const filledWords = (a: Assembling, text: string): readonly Run[] =>
  piecesOf(text).flatMap((piece): readonly Run[] => {
    if ('words' in piece) return [words(piece.words)]
    const reference = referenceOf(piece.field)
    return reference
      ? rowRuns(a, reference.measure, reference.part as RowField)
      : [
          piece.field === 'status'
            ? { kind: 'words', text: paperWords.status(a), says: 'status' }
            : words(paperWords[piece.field as PaperField](a)),
        ]
  })
