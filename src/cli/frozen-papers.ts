import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { askedFor } from '../papers/paper/asked.ts'
import { assemble } from '../papers/paper/assemble.ts'
import { withConsent } from '../papers/paper/case-studies.ts'
import type { KnownNames } from '../papers/paper/known-names.ts'
import type { Paper } from '../papers/paper/paper.ts'
import type { Template } from '../papers/paper/template.ts'
import { readTemplate, templateFile, templateNames } from '../papers/paper/template-file.ts'
import { asEdition } from '../papers/paper/watermark.ts'
import type { Desk } from '../report/desk.ts'
import { type EditionContent, type FrozenPaper, type FrozenPapers, openContent } from '../report/edition-content.ts'
import { findScorecard } from '../report/scorecard-file.ts'
import { openSealed } from '../review/edition.ts'
import { standing } from '../review/word.ts'
import { today } from './answers.ts'
import { scorecardFolders, shipped } from './home-folders.ts'
import { progressLine } from './progress.ts'
import { withRecords } from './with-records.ts'

/** Where templates are: the council's own, which win, then those shipped. */
const paperFolders = (home: string): readonly string[] => [join(home, 'papers'), shipped('papers')]

/** The names that a template of a scorecard may use. */
const namesFor =
  (desk: Desk, home: string) =>
  (scorecard: string): KnownNames => {
    const { themes } = findScorecard(scorecardFolders(home), scorecard)
    const rows = themes.flatMap(theme => theme.rows)
    return {
      themes: themes.map(({ id }) => id),
      measures: [
        ...rows.flatMap(({ number, measure, catalogue }) =>
          [number, measure, catalogue].filter(name => name !== undefined),
        ),
        ...desk.list().flatMap(({ measures }) => measures.flatMap(({ id, catalogue }) => [id, catalogue])),
      ],
    }
  }

/** The names of every template there is. */
export const allTemplates = (home: string): readonly string[] => templateNames(paperFolders(home))

/** A template by its name, held against the measures there are. Throws 1801 and 1802. */
export const templateOf = (desk: Desk, home: string, name: string): Template =>
  readTemplate(templateFile(paperFolders(home), name), name, namesFor(desk, home))

/** Those whom the papers of an edition are frozen for: whoever sees editions only. Officers have the live paper. */
const readers: readonly Audience[] = ['board', 'public']

/** Assembles the papers of a day as an edition freezes them: of each template named, for the board and the public. A paper that the public may not have is not made for them. */
export async function papersAt(desk: Desk, home: string, at: Day, names: readonly string[]): Promise<FrozenPapers> {
  const templates = names.map(name => templateOf(desk, home, name))
  const wanted = templates.flatMap(template =>
    readers.filter(who => template.for?.includes(who) ?? true).map(audience => ({ template, audience })),
  )
  const papers: FrozenPaper[] = []
  const progress = progressLine('Papers')
  try {
    for (const [i, { template, audience }] of wanted.entries()) {
      progress.step(i, wanted.length)
      const paper = await paperAt(desk, template, audience, at)
      if (paper) papers.push({ template: template.name, audience, paper })
    }
  } finally {
    progress.end()
  }
  return {
    papers,
    templates: names.map(name => ({ name, text: readFileSync(templateFile(paperFolders(home), name), 'utf8') })),
  }
}

/** Null where the front matter says that the paper is exempt from the public. */
async function paperAt(desk: Desk, template: Template, audience: Audience, at: Day): Promise<Paper | null> {
  try {
    return assemble(template, await desk.paperOf(askedFor(template, { audience, at })))
  } catch (error) {
    if (audience === 'public' && error instanceof UserError && error.code === 'HEARTH-1003') return null
    throw error
  }
}

/** What an edition froze, opened: its seal is checked first. Throws HEARTH-1701, 1703 or 1704. */
export const openEdition = (home: string, number: number): Promise<EditionContent> =>
  withRecords(home, async records => openContent(await openSealed(records.editions, number)))

/**
 * A paper as an edition froze it, and as far as that is now. Case studies whose consent has ended since are left out, and it says so.
 * Throws HEARTH-1706 where the edition froze no such paper, and what opening an edition throws.
 */
export async function frozenPaper(home: string, number: number, template: string, audience: string): Promise<Paper> {
  return withRecords(home, async records => {
    const { papers, status } = openContent(await openSealed(records.editions, number))
    const found = papers.find(one => one.template === template && one.audience === audience)
    if (!found) throw notFrozen(number, papers, template, audience)
    const paper = asEdition(found.paper as Paper, { number, status })
    const told = await standing(records.words, 'case-study')
    return withConsent(paper, study =>
      told.some(
        ({ body }) =>
          body.paper === study.paper &&
          body.title === study.title &&
          (body.consentEnds === null || body.consentEnds > today()),
      ),
    )
  })
}

function notFrozen(number: number, papers: readonly FrozenPaper[], template: string, audience: string): UserError {
  const names = [...new Set(papers.map(one => one.template))]
  const own = papers.filter(one => one.template === template).map(one => one.audience)
  return new UserError(
    'HEARTH-1706',
    own.length
      ? `Edition ${number} froze the paper "${template}" for ${own.join(' and ')}, not for ${audience}.`
      : `Edition ${number} froze no paper "${template}".${didYouMean(template, names)}`,
    names.length
      ? `It froze: ${names.join(', ')}. For anything else make a new edition, or leave out --edition for live figures.`
      : 'It froze no paper: make a new edition, or leave out --edition for live figures.',
  )
}
