import type { z } from 'zod'
import { sayDay } from '../kit/day.ts'
import { slugOf } from '../kit/text.ts'
import { aDay, aMonth, aName, list, maybe, oneOf, text, wholeNumber, yesNo } from './word-field.ts'

/** A fault of fields that do not go together: the field it is said of, and the sentence. */
type Clash = readonly [field: string, says: string]

type Form<S extends z.ZodRawShape> = {
  /** What people call it. */
  readonly title: string
  /** The stem of the CSV file that has a row for each; null: Markdown only. */
  readonly file: string | null
  /** The field that the words of a Markdown file are. */
  readonly words: string
  /** The field that headings of a Markdown file stand for, each with its own words. */
  readonly split: string | null
  /** Whether figures may be named in its words. Where not, it holds no figure and is in no data table, export or search. */
  readonly figures: boolean
  readonly fields: S
  /** What it is about, within its kind. */
  readonly key: (body: z.output<z.ZodObject<S>>) => string
  readonly clashes: (body: Partial<z.output<z.ZodObject<S>>>) => readonly (Clash | null | false | undefined | '' | 0)[]
}
const form = <S extends z.ZodRawShape>(made: Form<S>): Form<S> => made

/** Who said it and when: in every word. */
const said = {
  author: text('Say who wrote or decided it.'),
  informedBy: maybe(text('')),
  date: aDay('The day on which it was said or decided is needed here, as 2026-11-09 or 09/11/2026.'),
}
/** Why words stand that the figures seem to say otherwise of: whoever wrote them looked at it. */
const queried = maybe(text(''))
/** From the first day on which it holds until the first on which it does not; both may be left out. */
const days = { from: maybe(aDay()), to: maybe(aDay()) }
const subject = { measure: maybe(text('')), area: maybe(text('')) }
const measure = text('Name the measure: its id, a reference such as NUM-07, or a scorecard number such as CP8.')

type Of<T> = { readonly [K in keyof T]?: T[K] | undefined }
const oneSubject = ({ measure, area }: Of<{ measure: string | null; area: string | null }>): Clash | false =>
  measure && area
    ? ['area', 'It is about a measure or about an area, not both.']
    : !measure && !area && ['measure', 'Say what it is about: a measure, or an area such as Fostering.']
const inOrder = ({ from, to }: Of<{ from: string | null; to: string | null }>): Clash | '' | null | undefined | false =>
  from && to && to <= from && ['to', 'It ends before it begins: this is the first day on which it no longer holds.']

const about = ({ measure, area }: { readonly measure: string | null; readonly area: string | null }): string =>
  measure ?? `area:${slugOf(area ?? '')}`
/** One of several about the same thing, told apart by a name. */
const named = (key: string, name: string | null): string => (name === null ? key : `${key}/${slugOf(name)}`)

export const tags = ['performance', 'data capture', 'external cause', 'small numbers'] as const
const statuses = ['draft', 'submitted', 'approved'] as const

/** Every kind of word, with its fields as files call them (`papersDue` is `papers_due`), and how each is read. */
export const kinds = {
  commentary: form({
    title: 'Commentary',
    file: 'commentary',
    words: 'text',
    split: 'area',
    figures: true,
    fields: {
      ...said,
      ...subject,
      period: aMonth(),
      tag: oneOf(tags, `Say what it speaks of: ${tags.join(', ')}.`),
      status: maybe(oneOf(statuses)).transform(status => status ?? 'draft'),
      approvedBy: maybe(text('')),
      /** The figure it was written about: as it was printed, and in which data version. */
      figure: maybe(text('')),
      dataVersion: maybe(
        wholeNumber(1, 999_999_999, 'Write the number of a data version; `hearth versions` lists them.'),
      ),
      queried,
      text: text('Say something: the words are missing.'),
    },
    key: about,
    clashes: body => [
      oneSubject(body),
      body.status === 'approved' &&
        !body.approvedBy && ['approved_by', 'Approved words need the name of who approved them.'],
      body.status !== undefined &&
        body.status !== 'approved' &&
        body.approvedBy && ['status', `It was approved by somebody, and stands as ${body.status}.`],
      body.status === 'approved' &&
        body.measure &&
        !body.figure && [
          'figure',
          'Approved words belong to a figure: write the one they are about, as it was printed.',
        ],
      body.figure &&
        body.dataVersion === null && [
          'data_version',
          'Say which data version the figure is of; `hearth versions` lists them.',
        ],
      body.dataVersion &&
        !body.figure && ['figure', 'Write the figure as it was printed, or leave the data version out.'],
      body.area && body.figure && ['figure', 'Words about an area are about no one figure: name it in the words.'],
    ],
  }),
  'standing-note': form({
    title: 'Standing note',
    file: 'standing_notes',
    words: 'text',
    split: 'area',
    figures: true,
    fields: {
      ...said,
      ...subject,
      name: maybe(text('')),
      ...days,
      queried,
      text: text('Say what is to stand with the figure.'),
    },
    key: body => named(about(body), body.name),
    clashes: body => [oneSubject(body), inOrder(body)],
  }),
  priority: form({
    title: 'Priority',
    file: 'priorities',
    words: 'text',
    split: null,
    figures: true,
    fields: {
      ...said,
      priority: aName('Give the priority a short name that stays when its title changes, such as close-to-home.'),
      title: text('Give the priority a title.'),
      measures: list('Name the measures that show it, with semicolons between them: how will we know?'),
      owner: maybe(text('')),
      ...days,
      text: maybe(text('')),
    },
    key: ({ priority }) => priority,
    clashes: body => [inOrder(body)],
  }),
  calendar: form({
    title: 'Reporting calendar',
    file: 'calendar',
    words: 'text',
    split: null,
    figures: true,
    fields: {
      ...said,
      board: text('Name the board or panel that meets.'),
      meeting: aDay('The day of the meeting is needed here, as 2026-11-24.'),
      papersDue: aDay('The day on which papers are due is needed here, as 2026-11-16.'),
      dataAsAt: aDay('The day that the figures are to speak for is needed here, as 2026-10-31.'),
      text: maybe(text('')),
    },
    key: ({ board, meeting }) => `${slugOf(board)}/${meeting}`,
    clashes: ({ meeting, papersDue, dataAsAt }) => [
      meeting && papersDue && papersDue > meeting && ['papers_due', `The meeting is before, on ${sayDay(meeting)}.`],
      papersDue &&
        dataAsAt &&
        dataAsAt > papersDue && ['data_as_at', `Papers are due before, on ${sayDay(papersDue)}.`],
    ],
  }),
  'front-matter': form({
    title: 'Front matter',
    file: null,
    words: 'summary',
    split: null,
    figures: true,
    fields: {
      ...said,
      paper: aName('Give the paper a short name, such as corporate-parenting-2026-11.'),
      title: text('Give the paper its title.'),
      board: maybe(text('')),
      meeting: maybe(aDay()),
      keyDecision: yesNo('Say whether this is a key decision: yes or no.'),
      forwardPlan: yesNo('Say whether it is on the forward plan: yes or no.'),
      director: text('Name the director who approves that it is submitted.'),
      wards: list('Name the wards affected, or write All.'),
      exempt: oneOf(['no', 'part', 'yes'], 'Say whether it is exempt from the press and public: no, part or yes.'),
      // Local Government Act 1972, Schedule 12A, Part 1: seven paragraphs say what information is exempt in England.
      exemptParagraph: maybe(wholeNumber(1, 7, 'Write the number of the paragraph of Schedule 12A, Part 1: 1 to 7.')),
      backgroundPapers: list(),
      appendices: list(),
      consultation: maybe(text('')),
      otherPanels: list(),
      councilApproval: maybe(yesNo()).transform(approval => approval ?? false),
      summary: maybe(text('')),
    },
    key: ({ paper }) => paper,
    clashes: ({ keyDecision, forwardPlan, exempt, exemptParagraph }) => [
      keyDecision === true &&
        forwardPlan === false && [
          'forward_plan',
          'A key decision must be on the forward plan (Local Authorities (Executive Arrangements) Regulations 2012).',
        ],
      (exempt === 'yes' || exempt === 'part') &&
        exemptParagraph === null && [
          'exempt_paragraph',
          'What is exempt says under which paragraph of Schedule 12A to the Local Government Act 1972: 1 to 7.',
        ],
      exempt === 'no' &&
        exemptParagraph && ['exempt', 'It names a paragraph of Schedule 12A, and says that it is not exempt.'],
    ],
  }),
  section: form({
    title: 'Section of a paper',
    file: null,
    words: 'text',
    split: 'section',
    figures: true,
    fields: {
      ...said,
      /** Null: every paper that has the section. */
      paper: maybe(aName('')),
      section: text('Name the section, such as Legal implications.'),
      place: maybe(oneOf(['replaces', 'follows'])).transform(place => place ?? 'replaces'),
      queried,
      text: text('Say something: the words of the section are missing.'),
    },
    key: ({ paper, section }) => `${paper ?? 'every-paper'}/${slugOf(section)}`,
    clashes: () => [],
  }),
  'number-only': form({
    title: 'Shown as a number only',
    file: 'number_only',
    words: 'reason',
    split: null,
    figures: true,
    fields: { ...said, measure, ...days, reason: text('Say why it is shown as a number only.') },
    key: ({ measure }) => measure,
    clashes: body => [inOrder(body)],
  }),
  'case-study': form({
    title: 'Case study',
    file: null,
    words: 'text',
    split: null,
    figures: false,
    fields: {
      ...said,
      paper: aName('Say to which paper it is attached.'),
      title: text('Give it a title that names nobody.'),
      anonymised: yesNo('Say that it is anonymised: yes.'),
      consent: yesNo('Say that whoever it tells of has consented: yes.'),
      consentDate: aDay('The day of the consent is needed here.'),
      /** Who may read it: the board alone, or everybody. */
      consentScope: oneOf(['board', 'public'], 'Say who may read it by the consent that was given: board or public.'),
      /** The first day on which the consent no longer holds. */
      consentEnds: maybe(aDay()),
      text: text('The case study itself is missing.'),
    },
    key: ({ paper, title }) => `${paper}/${slugOf(title)}`,
    clashes: ({ anonymised, consent, consentDate, consentEnds, date }) => [
      anonymised === false && ['anonymised', 'A case study that is not anonymised is not kept here.'],
      consent === false && ['consent', 'Without consent a case study is not kept here.'],
      consentDate && date && consentDate > date && ['consent_date', 'The consent comes after the words were written.'],
      consentDate &&
        consentEnds &&
        consentEnds <= consentDate && ['consent_ends', 'The consent ends before it was given.'],
    ],
  }),
  action: form({
    title: 'What we will do',
    file: 'actions',
    words: 'text',
    split: null,
    figures: true,
    fields: {
      ...said,
      measure,
      period: aMonth(),
      name: maybe(text('')),
      owner: text('Name who will see that it is done.'),
      due: aDay('Say by which day it will be done, as 2027-01-31.'),
      queried,
      text: text('Say what we will do.'),
    },
    key: ({ measure, name }) => named(measure, name),
    clashes: ({ due, date }) => [
      due && date && due < date && ['due', 'It is due before the day on which it was decided.'],
    ],
  }),
} as const

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as readonly Kind[]

/** The fields that every row has as columns of its own. */
export const columns = ['author', 'informedBy', 'date', 'period', 'tag'] as const
/** What a word of a kind says, besides who said it, when, and about which period. */
export type Body<K extends Kind> = Readonly<
  Omit<z.output<z.ZodObject<(typeof kinds)[K]['fields']>>, (typeof columns)[number]>
> & {
  /** What the scorecard's numbers in its words named when it was said: `{ CP12: 'placed-over-20-miles' }`. */
  readonly named?: Readonly<Record<string, string>>
}

/** A field as files call it: `papersDue` is `papers_due`. */
export const fileName = (field: string): string => field.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
