import { type Audience, isProtected } from '../disclosure/shown.ts'
import { type Day, monthEnd } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean, slugOf } from '../kit/text.ts'
import { holdsOn, type Said, type StandingWords } from '../review/word.ts'
import { frontTexts } from './front-matter-words.ts'
import type { ActionWords, CaseStudyWords, PaperWords, PriorityWords, Written, WrittenAbout } from './paper-words.ts'
import type { RowView } from './scorecard-view.ts'
import { nameOf } from './story.ts'
import { unanswered } from './story-highlights.ts'
import { filledParts } from './words-filled-in.ts'
import { type OwnRow, type Writing, writing } from './words-written.ts'

/** What words of a paper are made from. */
export type WordsAsked = {
  readonly words: StandingWords
  readonly at: Day
  readonly audience: Audience
  /** The day on which the paper is made: consent to a case study is judged by it. */
  readonly today: Day
  /** The name of the paper, where it was given. */
  readonly paper?: string
  /** Every row of the paper as its audience may see it, and in the same order as an analyst may. */
  readonly rows: readonly RowView[]
  readonly open: readonly RowView[]
  /** The rows of the scorecard: those whose signals must be answered. */
  readonly scorecard: readonly RowView[]
}

/** What was written for a paper, filled from the rows as decided for its audience. Throws HEARTH-1603 for a paper that nothing is written for, HEARTH-1003 for the public where it is exempt. */
export function wordsOfPaper(asked: WordsAsked): PaperWords {
  const { words, at, audience, today } = asked
  const front = frontOf(asked)
  const paper = asked.paper ?? front?.body.paper ?? null
  if (audience === 'public' && front?.body.exempt === 'yes')
    throw new UserError(
      'HEARTH-1003',
      `The paper "${front.body.paper}" is exempt from the public (paragraph ${String(front.body.exemptParagraph)} of Schedule 12A to the Local Government Act 1972).`,
      'Make it for the board, or change its front matter.',
    )
  const meeting = meetingOf(asked, front)
  const heldBack: { readonly about: string; readonly why: string }[] = []
  const w = writing(asked, heldBack)
  const actions = actionsOf(asked, w)
  const later = meeting.day !== null && meeting.day > today ? meeting.day : today
  return {
    paper,
    sections: sectionsOf(asked, w, paper, front, meeting),
    ownSections: words.section
      .filter(({ body }) => paper !== null && body.paper === paper)
      .map(({ body }) => body.section),
    measures: aboutMeasures(asked, words.commentary, (said, own) => commentary(w, said, own)),
    areas: aboutAreas(asked, words.commentary, said => commentary(w, said, null)),
    notes: {
      measures: aboutMeasures(asked, words['standing-note'], (said, own) =>
        w.write(said, said.body.text, own.row.title, { own }),
      ),
      areas: aboutAreas(asked, words['standing-note'], said => w.write(said, said.body.text, said.body.area ?? '', {})),
    },
    priorities: words.priority
      .filter(({ body }) => holdsOn(body, at))
      .flatMap((said): readonly PriorityWords[] => {
        const { title, text, measures, owner } = said.body
        const { parts } = w.write(said, text ?? '', title, {})
        return [{ title, parts, measures, owner }]
      }),
    actions,
    unanswered: unanswered(
      asked.scorecard,
      actions.map(({ measure, owner, due }) => ({ measure, what: 'said', owner, by: due })),
    ),
    caseStudies: paper === null ? [] : caseStudiesOf(words['case-study'], paper, audience, today, later),
    heldBack,
  }
}

/** The measures that words of a paper need rows of: what words name, and what priorities are shown by, where it tells these. */
export function measuresOfWords({
  words,
  at,
  paper,
  priorities,
}: Pick<WordsAsked, 'words' | 'at' | 'paper'> & { readonly priorities: boolean }): readonly string[] {
  const month = monthEnd(at)
  const spoken = [
    ...words.commentary.filter(({ period }) => period === month),
    ...words['standing-note'].filter(({ body }) => holdsOn(body, at)),
    ...words.section.filter(({ body }) => body.paper === null || paper === undefined || body.paper === paper),
    ...words['front-matter'],
    ...words.action.filter(({ period, body }) => period === month || body.due >= at),
  ].flatMap(({ body }) => ('summary' in body ? (body.summary ?? '') : body.text))
  return [
    ...(priorities ? words.priority.filter(({ body }) => holdsOn(body, at)).flatMap(({ body }) => body.measures) : []),
    ...spoken.flatMap(text => [...text.matchAll(/\{\{([^{}]+)\.[a-z]+\s*\}\}/gi)].map(([, name = '']) => name.trim())),
  ]
}

/** The front matter of the paper named; where none is, of the one paper whose meeting hears figures of this day. */
function frontOf({ words, at, paper }: WordsAsked): Said<'front-matter'> | null {
  const fronts = words['front-matter']
  if (paper === undefined) {
    const found = fronts.filter(({ body }) =>
      words.calendar.some(
        one =>
          one.body.dataAsAt === at &&
          one.body.meeting === body.meeting &&
          (body.board === null || slugOf(body.board) === slugOf(one.body.board)),
      ),
    )
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const known = [
    ...new Set([...fronts, ...words.section, ...words['case-study']].flatMap(({ body }) => body.paper ?? [])),
  ]
  if (!known.includes(paper))
    throw new UserError(
      'HEARTH-1603',
      `Nothing is written for a paper called "${paper}".${didYouMean(paper, known)}`,
      known.length
        ? `There are words for: ${known.join(', ')}.`
        : 'Import its front matter with `hearth words import`.',
    )
  return fronts.find(({ body }) => body.paper === paper) ?? null
}

/** Which board meets and when: as the front matter says, else as the calendar has it for figures of this day. */
function meetingOf(
  { words, at }: WordsAsked,
  front: Said<'front-matter'> | null,
): { readonly board: string | null; readonly day: Day | null } {
  const board = front?.body.board ?? null
  const day = front?.body.meeting ?? null
  if (board !== null && day !== null) return { board, day }
  const [next] = words.calendar
    .filter(
      ({ body }) =>
        body.dataAsAt === at &&
        (board === null || slugOf(body.board) === slugOf(board)) &&
        (day === null || body.meeting === day),
    )
    .toSorted((a, b) => (a.body.meeting < b.body.meeting ? -1 : 1))
  return { board: board ?? next?.body.board ?? null, day: day ?? next?.body.meeting ?? null }
}

function sectionsOf(
  { words }: WordsAsked,
  w: Writing,
  paper: string | null,
  front: Said<'front-matter'> | null,
  meeting: { readonly board: string | null; readonly day: Day | null },
): WrittenAbout {
  const from = front ?? words.calendar.find(({ body }) => body.meeting === meeting.day) ?? null
  const sections: Record<string, readonly Written[]> = {}
  if (from)
    for (const [name, texts] of Object.entries(frontTexts(front, meeting)))
      sections[name] = [w.write(from, texts.join('\n\n'), 'front matter', {})]
  const own = words.section.filter(({ body }) => paper !== null && body.paper === paper)
  const every = words.section.filter(({ body }) => body.paper === null)
  for (const said of [...every, ...own]) {
    const { section, text, place } = said.body
    const name = slugOf(section)
    const before = place === 'follows' ? (sections[name] ?? []).filter(one => one.place === 'replaces') : []
    sections[name] = [...before, w.write(said, text, section, { place })]
  }
  return sections
}

/** Words about a measure or an area: of a month, or standing from a day to another. */
type AboutOne = Said<'commentary'> | Said<'standing-note'>

/** Words about measures, in the months that a row of each may be of. */
function aboutMeasures<S extends AboutOne>(
  { at, rows, open }: WordsAsked,
  all: readonly S[],
  write: (said: S, own: OwnRow) => Written | null,
): WrittenAbout {
  const found: Record<string, readonly Written[]> = {}
  for (const [i, row] of rows.entries()) {
    const name = nameOf(row)
    const own = open[i]
    if (found[name] || !own) continue
    // Of commentary about the month and about a row's own last period the month's is the later.
    const said = all
      .filter(one => one.body.measure === name && isNow(one, at, row))
      .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
    const stand = said.filter(one => one.kind !== 'commentary' || one === said.at(-1))
    const written = stand.flatMap(one => write(one, { row, open: own }) ?? [])
    if (written.length) found[name] = written
  }
  return found
}

function aboutAreas<S extends AboutOne>(
  { at }: WordsAsked,
  all: readonly S[],
  write: (said: S) => Written | null,
): WrittenAbout {
  const found: Record<string, readonly Written[]> = {}
  for (const said of all) {
    const { area } = said.body
    if (area === null || !isNow(said, at, null)) continue
    const written = write(said)
    const name = slugOf(area)
    if (written) found[name] = [...(found[name] ?? []), written]
  }
  return found
}

/** Whether words are about the month of a paper (or the last period of a row), or hold on its day. */
const isNow = (said: AboutOne, at: Day, row: RowView | null): boolean =>
  said.kind === 'commentary'
    ? said.period === monthEnd(at) || said.period === row?.latest.periodEnd
    : holdsOn(said.body, at)

/** Drafts are nobody's words yet; what is submitted is read by officers only. */
function commentary(w: Writing, said: Said<'commentary'>, own: OwnRow | null): Written | null {
  const { status, text, area } = said.body
  if (status === 'draft' || (status === 'submitted' && isProtected(w.audience))) return null
  return w.write(said, text, own?.row.title ?? area ?? '', {
    own,
    submitted: status === 'submitted',
    figure: said.body.figure,
  })
}

/** What is to be done by what was last said of each action: this month's, and earlier ones that are not due yet. */
function actionsOf({ words, at, rows, open }: WordsAsked, w: Writing): readonly ActionWords[] {
  const month = monthEnd(at)
  const last = new Map(
    words.action
      .filter(({ period }) => period !== null && period <= month)
      .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
      .map(said => [said.key, said]),
  )
  return [...last.values()].flatMap((said): readonly ActionWords[] => {
    const { measure, owner, due, text } = said.body
    const i = rows.findIndex(row => nameOf(row) === measure)
    const [row, own] = [rows[i], open[i]]
    if (!row || !own || (said.period !== month && due < at)) return []
    return [
      { measure, title: row.title, words: w.write(said, text, row.title, { own: { row, open: own } }), owner, due },
    ]
  })
}

/** Case studies of one paper, as far as the consent of whoever each tells of goes. */
const caseStudiesOf = (
  all: StandingWords['case-study'],
  paper: string,
  audience: Audience,
  today: Day,
  read: Day,
): readonly CaseStudyWords[] =>
  all
    .filter(
      ({ body }) =>
        body.paper === paper &&
        body.anonymised &&
        body.consent &&
        body.consentDate <= today &&
        (body.consentScope === 'public' || audience !== 'public') &&
        (body.consentEnds === null || body.consentEnds > read),
    )
    .map(({ body: { title, text } }) => ({ title, parts: filledParts(text, []).parts }))
