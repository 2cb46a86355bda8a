import { type Audience, isProtected } from '../disclosure/shown.ts'
import { addDays, type Day, sayDay } from '../kit/day.ts'
import { monthsBefore } from '../kit/period.ts'
import { measureNamed, type Session } from '../measures/measures.ts'
import type { FiguresOn } from './check-asked.ts'
import { checkChildPage } from './check-child.ts'
import { checkPage } from './check-page.ts'
import type { Asked, Desk, Ends } from './desk.ts'
import { awaitedRow, type DraftRow } from './draft-row.ts'
import { type Drafting, keptDrafts } from './drafts.ts'
import { forecastView } from './forecast-page.ts'
import { journeyPeople, journeyView } from './journey-view.ts'
import { measureView } from './measure-page.ts'
import type { MeasureList } from './measure-view.ts'
import { namedRows } from './named-rows.ts'
import { soon } from './office-checks.ts'
import type { OfficeOptions } from './office-options.ts'
import { paperView } from './paper-page.ts'
import { qualityFaults } from './quality-view.ts'
import { lastMonthEnd, measureOf } from './scorecard-asked.ts'
import type { ScorecardRow } from './scorecard-file.ts'
import { DEFAULT_SCORECARD, findScorecard } from './scorecard-file.ts'
import { showRows } from './show-rows.ts'
import { signalsNote } from './signals-note.ts'
import { sourcesView } from './sources-view.ts'
import { whereChildren, whereView } from './where-view.ts'

/** Opens a desk: the only place where figures become view models. */
export function openDesk(options: OfficeOptions): Desk {
  const { session, authority, synthetic } = options
  const drafting = keptDrafts(options)
  const about = {
    authority,
    synthetic,
    dataVersion: String(options.dataVersion),
    knownOn: options.knownOn,
    knownOnText: sayDay(options.knownOn),
  }
  const dayOf = (asked: Omit<Asked, 'audience'>): Day => asked.at ?? lastMonthEnd(session, authority.code)
  const scorecardsFor: Desk['scorecards'] = async (asked, audiences) => {
    const file = findScorecard(options.scorecards, asked.scorecard ?? DEFAULT_SCORECARD)
    const at = dayOf(asked)
    const rows = file.themes.flatMap(theme => theme.rows)
    const drafts = await draftAll(options, drafting, at, rows)
    return audiences.map(audience => {
      const views = showRows(drafts, audience)
      return {
        title: file.title,
        ...about,
        at,
        atText: sayDay(at),
        status: 'draft',
        edition: null,
        audience,
        themes: file.themes.map(theme => ({
          id: theme.id,
          title: theme.title,
          rows: theme.rows.flatMap(row => views[rows.indexOf(row)] ?? []),
        })),
        notes: [...signalsNote(drafts, views), ...notesFor(audience)],
      }
    })
  }
  return {
    authority,
    synthetic,
    dataVersion: String(options.dataVersion),
    rows: (names, asked) => namedRows(options, drafting, dayOf(asked), names, asked.audience),
    list: () => listMeasures(session),
    journey: ({ audience, ...asked }) => {
      const [start, end] = yearOfDays(session, authority.code, asked)
      return journeyView(session, authority, start, end, audience)
    },
    journeyPeople: ({ from, to, ...asked }) => {
      const [start, end] = yearOfDays(session, authority.code, asked)
      return journeyPeople(session, authority.code, start, end, from, to)
    },
    where: ({ at, audience }) => whereView(session, authority, at ?? lastMonthEnd(session, authority.code), audience),
    wherePeople: ({ at, line }) =>
      whereChildren(session, authority.code, at ?? lastMonthEnd(session, authority.code), line),
    async quality(asked) {
      const file = findScorecard(options.scorecards, asked.scorecard ?? DEFAULT_SCORECARD)
      const at = dayOf(asked)
      const rows = file.themes.flatMap(theme => theme.rows)
      return { atText: sayDay(at), faults: await qualityFaults(session, authority.code, at, rows, options.targets) }
    },
    sources: ({ at, audience }) =>
      sourcesView(session, authority, at ?? lastMonthEnd(session, authority.code), audience),
    async paperOf(asked) {
      const [view, open] = await scorecardsFor(asked, [asked.audience, 'analyst'])
      if (!view || !open) throw new Error('no scorecard for an audience')
      const { at, audience } = view
      return paperView(options, drafting, asked, view, open, await sourcesView(session, authority, at, audience))
    },
    async forecast({ audience, ...asked }) {
      const answer = await soon(options.forecast(asked))
      return answer === 'later' ? answer : forecastView(answer.forecast, authority, audience, answer.record)
    },
    check: asked => checkPage(options, figuresOn(options), asked),
    checkChild: asked => checkChildPage(options, figuresOn(options), asked),
    close: options.close,
    scorecard: async asked => {
      const [view] = await scorecardsFor(asked, [asked.audience])
      if (!view) throw new Error('no scorecard for an audience')
      return view
    },
    scorecards: scorecardsFor,
    async measure(name, asked) {
      const measure = measureNamed(session, name)
      const file = findScorecard(options.scorecards, asked.scorecard ?? DEFAULT_SCORECARD)
      const row = file.themes.flatMap(theme => theme.rows).find(candidate => measureOf(session, candidate) === measure)
      const at = dayOf(asked)
      return {
        ...about,
        audience: asked.audience,
        at,
        atText: sayDay(at),
        notes: notesFor(asked.audience),
        ...(await measureView(options, measure, row ?? {}, at, asked.audience)),
      }
    },
  }
}

/** The days asked, or the twelve months to the last day. */
function yearOfDays(session: Session, authority: string, { start, end }: Ends): readonly [Day, Day] {
  const last = end ?? lastMonthEnd(session, authority)
  return [start ?? addDays(monthsBefore(last, 12), 1), last]
}

/** The figures of the scorecard that are measured, by catalogue reference. */
const figuresOn = ({ session, scorecards }: OfficeOptions): FiguresOn =>
  new Map(
    findScorecard(scorecards, DEFAULT_SCORECARD).themes.flatMap(({ rows }) =>
      rows.flatMap(row => {
        const measure = measureOf(session, row)
        if (!measure) return []
        const { id, catalogue, title } = measure
        return [[catalogue, { number: row.number ?? '', title: row.title ?? title, measure: id }] as const]
      }),
    ),
  )

async function draftAll(
  { session, targets }: OfficeOptions,
  drafting: Drafting,
  at: Day,
  rows: readonly ScorecardRow[],
): Promise<readonly DraftRow[]> {
  const drafts = []
  for (const row of rows) {
    const measure = measureOf(session, row)
    drafts.push(measure ? await drafting(at, measure, row) : awaitedRow(row, at, targets))
  }
  return drafts
}

const themeTitle = (theme: string): string => `${theme.charAt(0).toUpperCase()}${theme.slice(1).replaceAll('-', ' ')}`

function listMeasures(session: Session): MeasureList {
  const byTheme = Map.groupBy(session.measures.values(), ({ theme }) => theme)
  return [...byTheme].map(([theme, measures]) => ({
    theme: themeTitle(theme),
    measures: measures.map(({ id, title, catalogue, asks }) => ({ id, title, catalogue, asks })),
  }))
}

function notesFor(audience: Audience): readonly string[] {
  const hidden = isProtected(audience)
  return [
    ...(hidden
      ? ['[c]: hidden so that nobody can be identified. Counts of 1 to 5 and their complements are hidden.']
      : ['Figures are not protected: this view is for analysts and managers, not for publication.']),
    'A share of fewer than 20 children is given as a number, such as 5 of 6. Change is from the period before.',
    'Nothing is filled in with last month’s figure: a figure that has not arrived says what it awaits.',
  ]
}
