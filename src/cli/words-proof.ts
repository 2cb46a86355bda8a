import { existsSync } from 'node:fs'
import { blocksOfLines } from '../files/plain-text.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { proofRead } from '../papers/proof/proof.ts'
import type { Records } from '../records/records.ts'
import type { Desk } from '../report/desk.ts'
import type { RowView } from '../report/scorecard-view.ts'
import { nameOf } from '../report/story.ts'
import { claimFaults } from '../report/word-claims.ts'
import { filledParts, textOfParts } from '../report/words-filled-in.ts'
import { partsOf } from '../review/reference.ts'
import { allStanding, type StandingWords } from '../review/word.ts'
import type { ReadWord } from '../review/word-read.ts'
import { openHomeDesk } from './home.ts'
import { versionFolder } from './home-folders.ts'

/** What the proof-reader asks of words: where they stand, the sentence, why. */
export type WordQuery = {
  readonly file: string
  readonly line: number
  readonly certainty: 'wrong' | 'question'
  readonly sentence: string
  readonly why: string
  /** Whether they may be kept all the same: as a draft, as a question, or since they say why they stand. */
  readonly kept: boolean
}

type Spoken = {
  readonly measure?: string | null
  readonly paper?: string | null
  readonly status?: string
  readonly queried?: string | null
  readonly named?: Readonly<Record<string, string>>
  readonly text: string
}
const PROOFED = ['commentary', 'standing-note', 'section', 'action'] as const
const bodyOf = ({ body }: ReadWord): Spoken => body as unknown as Spoken

/** The names of the measures that words are about or name. */
const namesIn = ({ measure, text, named = {} }: Spoken): readonly string[] => [
  ...(measure ? [measure] : []),
  ...partsOf(text).flatMap(part =>
    part.kind === 'reference'
      ? [Object.hasOwn(named, part.measure) ? (named[part.measure] ?? part.measure) : part.measure]
      : [],
  ),
]

/** The day that words speak of: the end of their month; of a section the day of its paper's figures; null: the last that is known. */
function dayOf({ period, ...word }: ReadWord, fresh: readonly ReadWord[], words: StandingWords): Day | null {
  const { paper } = bodyOf({ period, ...word })
  if (period !== null || !paper) return period
  const all = [...words['front-matter'], ...fresh.filter(({ kind }) => kind === 'front-matter')]
  const front = all.findLast(({ key }) => key === paper)?.body as { readonly meeting?: Day | null } | undefined
  const meetings = [...words.calendar, ...fresh.filter(({ kind }) => kind === 'calendar')]
  const meeting = meetings.findLast(({ body }) => (body as { readonly meeting: Day }).meeting === front?.meeting)
  return (meeting?.body as { readonly dataAsAt: Day } | undefined)?.dataAsAt ?? null
}

/** The rows that words are held against: none where nothing is named, or where it is not known who was in care. */
async function rowsOf(desk: Desk | null, names: readonly string[], day: Day | null): Promise<readonly RowView[]> {
  if (!desk || names.length === 0) return []
  try {
    return await desk.rows(names, { audience: 'analyst', ...(day ? { at: day } : {}) })
  } catch (error) {
    if (error instanceof UserError && error.code === 'HEARTH-1409') return []
    throw error
  }
}

function queriesOf(word: ReadWord, rows: readonly RowView[]): readonly Omit<WordQuery, 'file' | 'line' | 'kept'>[] {
  const { text, measure, named } = bodyOf(word)
  const { parts, unfilled } = filledParts(text, rows, named)
  const own = measure ? (rows.find(row => nameOf(row) === measure) ?? null) : null
  const claims = claimFaults(parts, rows, own)
  // Words whose figures are not there cannot be read for their arithmetic.
  const lines = unfilled.length ? [] : textOfParts(parts).split('\n')
  const { findings } = proofRead(blocksOfLines(lines.map((line, i) => ({ text: line, page: null, line: i + 1 }))))
  return [
    ...claims,
    ...findings
      .filter(({ sentence }) => !claims.some(claim => claim.sentence === sentence))
      .map(({ certainty, sentence, found, expected, why }) => ({
        certainty,
        sentence,
        why: `${found}${expected === null ? '' : `, not ${expected}`}: ${why}`,
      })),
  ].map(({ certainty, sentence, why }) => ({ certainty, sentence, why }))
}

/**
 * Proof-reads words as they are saved: each with the figures of its own day in it, and held against these. `read`: whether there were
 * figures to hold them against; without any, words are read by themselves, and against the figures when a paper is made.
 */
export async function proofWords(
  home: string,
  records: Records,
  fresh: readonly ReadWord[],
): Promise<{ readonly queries: readonly WordQuery[]; readonly read: boolean }> {
  const spoken = fresh.filter(({ kind }) => (PROOFED as readonly string[]).includes(kind))
  if (spoken.length === 0) return { queries: [], read: true }
  const version = await records.dataVersions.current()
  const desk: Desk | null = version && existsSync(versionFolder(home, version.number)) ? await openHomeDesk(home) : null
  try {
    const standing = await allStanding(records.words)
    const queries: WordQuery[] = []
    for (const [day, of] of Map.groupBy(spoken, word => dayOf(word, fresh, standing))) {
      const rows = await rowsOf(
        desk,
        of.flatMap(word => namesIn(bodyOf(word))),
        day,
      )
      for (const word of of) {
        const { status, queried } = bodyOf(word)
        for (const query of queriesOf(word, rows))
          queries.push({
            ...query,
            file: word.file,
            line: word.line,
            kept: query.certainty === 'question' || status === 'draft' || Boolean(queried),
          })
      }
    }
    return { queries, read: desk !== null }
  } finally {
    desk?.close()
  }
}
