import { type Audience, isProtected } from '../disclosure/shown.ts'
import { sayCount } from '../kit/text.ts'
import type { Said } from '../review/word.ts'
import type { Kind } from '../review/word-kinds.ts'
import type { WordsFigure, WordsRun, Written } from './paper-words.ts'
import type { RowView } from './scorecard-view.ts'
import { nameOf } from './story.ts'
import { claimFaults } from './word-claims.ts'
import { filledParts, textOfParts } from './words-filled-in.ts'
import { namesNumber } from './words-hidden.ts'

/** The row that words are about, as their audience may see it and as an analyst may. */
export type OwnRow = { readonly row: RowView; readonly open: RowView }

type More = {
  readonly own?: OwnRow | null
  readonly place?: Written['place']
  readonly submitted?: boolean
  /** The figure they were written about, as it was printed then. */
  readonly figure?: string | null
}

/** Puts words into a paper for one audience. */
export type Writing = {
  readonly audience: Audience
  readonly write: (said: Said<Kind>, text: string, about: string, more: More) => Written
}

const words = (text: string): WordsRun => ({ kind: 'words', text })

/**
 * Writes words for an audience; those that it may not have are held back, and put on `heldBack` for whoever makes the paper. Boards and
 * the public get no words with a figure that is not there, none that the figures contradict, and none that name a number beside a
 * hidden figure. Officers get them with what is to be mended.
 */
export function writing(
  asked: { readonly audience: Audience; readonly rows: readonly RowView[]; readonly open: readonly RowView[] },
  heldBack: { readonly about: string; readonly why: string }[],
): Writing {
  const { audience, rows, open } = asked
  const closed = isProtected(audience)
  return {
    audience,
    write(said, text, about, { own = null, place = 'replaces', submitted = false, figure = null }) {
      const { named = {}, queried = null } = said.body as Partial<{
        named: Record<string, string>
        queried: string | null
      }>
      const { parts, unfilled } = filledParts(text, rows, named)
      const faults = queried
        ? []
        : claimFaults(filledParts(text, open, named).parts, open, own?.open ?? null).filter(
            ({ certainty }) => certainty === 'wrong',
          )
      const [gap] = unfilled
      const [fault] = faults
      const isHidden = own?.row.latest.figure.kind === 'hidden'
      const why = ((): { readonly short: string; readonly full: string } | null => {
        if (gap !== undefined) return { short: 'they name a figure that is not there', full: gap }
        if (fault) return { short: 'the figures say otherwise', full: `“${fault.sentence}” ${fault.why}` }
        if (isHidden && namesNumber(textOfParts(parts)))
          return {
            short: 'the figure they are about is hidden so that nobody can be identified',
            full: 'they name a number, and the figure they are about is hidden',
          }
        return null
      })()
      const { author: by, informedBy, saidOn: on } = said
      if (closed && why !== null) {
        heldBack.push({ about, why: why.full })
        return { parts: [], by, informedBy, on, place, remarks: [], held: why.short }
      }
      const moved = own && figure ? movedRuns(own, figure) : null
      const toMend = closed
        ? []
        : [
            ...(submitted ? ['Not approved yet: not shown to the board or the public.'] : []),
            ...faults.map(one => `To be said again: “${one.sentence}” ${one.why}`),
            ...(unfilled.length ? [`${sayCount(unfilled.length, 'figure')} not there: ${unfilled.join(' ')}`] : []),
          ]
      return {
        parts,
        by,
        informedBy,
        on,
        place,
        remarks: [...(moved ? [moved] : []), ...toMend.map(text => [words(text)])],
        held: null,
      }
    },
  }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[,\s]+/g, '')

/** Whether a figure as somebody wrote it is what a row prints now: its value with or without its unit, or its two numbers. */
function isPrinted({ latest, countText, unit }: RowView, figure: string): boolean {
  const { text } = latest.figure
  return [text, `${text} ${unit}`, latest.numerator.text, countText ?? text].some(now => plain(now) === plain(figure))
}

/** A count so small that it may not be told: of an earlier figure nobody knows more than what was written. */
const isSmall = (figure: string): boolean => /^\s*[0-5]\s*$|\bof\b/i.test(figure)

/** "Written about 12.4%, now 13.1%": null where the figure has not moved. */
function movedRuns({ row, open }: OwnRow, figure: string): readonly WordsRun[] | null {
  if (isPrinted(open, figure)) return null
  const { latest } = row
  if (latest.figure.kind !== 'number' || isSmall(figure))
    return [words('Written about an earlier figure, which has moved since: to be said again.')]
  const now: WordsFigure = {
    kind: 'figure',
    shown: latest.figure,
    measure: nameOf(row),
    catalogue: row.catalogue,
    window: row.window,
    part: 'value',
    period: latest.period,
    periodEnd: latest.periodEnd,
  }
  return [words(`Written about ${figure}, now `), now, words(': to be said again.')]
}
