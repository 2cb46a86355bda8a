import type { PaperView } from '../../report/paper-view.ts'
import { allBlocks } from './asked.ts'
import { caseStudies } from './case-studies.ts'
import { type Assembling, assemblingOf, words } from './desk-of-paper.ts'
import type { Block, Paper, Section } from './paper.ts'
import { notesUnderChart } from './tables.ts'
import { makeTables } from './tables-made.ts'
import type { Template, TemplateBlock, TemplateSection } from './template.ts'
import { filledWords } from './template-words.ts'
import { facts, highlights, notes, paragraph, story, text } from './texts.ts'
import { standingOf, watermarkOf } from './watermark.ts'
import { aboutSection, writtenAs, writtenBlocks } from './written.ts'

const isFor = (one: { readonly for?: readonly string[] | undefined }, audience: string): boolean =>
  one.for?.includes(audience) ?? true

/** Where each table of quarters and each breakdown stands among those asked for. */
function placesOf(template: Template): Map<TemplateBlock, number> {
  const blocks = allBlocks(template.sections)
  const of = (kind: TemplateBlock['kind']): readonly (readonly [TemplateBlock, number])[] =>
    blocks.filter(block => block.kind === kind).map((block, i) => [block, i] as const)
  return new Map([...of('grid'), ...of('breakdown')])
}

/** Makes a paper of a template and what a desk gave for it: the one model that every format is made from. */
export function assemble(template: Template, view: PaperView): Paper {
  const a = assemblingOf(template, view)
  const places = placesOf(template)
  for (const block of seen(template.sections, a)) makeTables(a, block, places)
  const { scorecard } = view
  const standing = standingOf(a)
  return {
    template: template.name,
    title: template.title,
    subtitle: template.subtitle === undefined ? null : plainOf(a, template.subtitle),
    authority: scorecard.authority,
    audience: a.audience,
    at: a.at,
    atText: scorecard.atText,
    ...standing,
    watermark: watermarkOf(standing),
    layout: template.layout,
    sections: sectionsOf(a, template.sections, {
      prefix: '',
      level: 1,
      numbered: template.numbered,
      first: 0,
      slides: true,
    }),
  }
}

const plainOf = (a: Assembling, written: string): string =>
  filledWords(a, written)
    .map(run => (run.kind === 'words' ? run.text : run.shown.text))
    .join('')

/** The blocks that an audience sees, in reading order. */
const seen = (sections: readonly TemplateSection[], a: Assembling): readonly TemplateBlock[] =>
  sections
    .filter(section => isFor(section, a.audience) && !isExempt(section, a))
    .flatMap(section => [...section.blocks.filter(block => isFor(block, a.audience)), ...seen(section.sections, a)])

const isExempt = ({ exempt }: TemplateSection, { audience }: Assembling): boolean =>
  exempt !== undefined && audience === 'public'

type Counting = {
  readonly prefix: string
  readonly level: number
  readonly numbered: boolean
  readonly first: number
  readonly slides: boolean
}

/** Sections in reading order, numbered as council papers are: paragraphs and sections within one share its numbers. */
function sectionsOf(
  a: Assembling,
  sections: readonly TemplateSection[],
  { prefix, level, numbered, first, slides }: Counting,
): readonly Section[] {
  let count = first
  return sections
    .filter(section => isFor(section, a.audience))
    .flatMap(section => {
      const has = section.numbered ?? numbered
      const onSlides = slides && section.slides
      const number = has ? `${prefix}${++count}` : null
      const { blocks, last } = numberedBlocks(blocksOf(a, section), number)
      return [
        {
          id: section.id,
          number,
          title: plainOf(a, section.title),
          level: level as Section['level'],
          blocks,
          ...(section.newPage ? { newPage: true as const } : {}),
          ...(onSlides ? {} : { offSlides: true as const }),
        },
        ...(isExempt(section, a)
          ? []
          : sectionsOf(a, section.sections, {
              prefix: number === null ? '' : `${number}.`,
              level: Math.min(level + 1, 3),
              numbered: has,
              first: last,
              slides: onSlides,
            })),
      ]
    })
}

/** Paragraphs of a numbered section with their numbers: `3.2.1`. */
function numberedBlocks(
  blocks: readonly Block[],
  number: string | null,
): { readonly blocks: readonly Block[]; readonly last: number } {
  if (number === null) return { blocks, last: 0 }
  let last = 0
  return {
    blocks: blocks.map(block =>
      block.kind === 'paragraph' && !block.unnumbered ? { ...block, number: `${number}.${++last}` } : block,
    ),
    last,
  }
}

function blocksOf(a: Assembling, section: TemplateSection): readonly Block[] {
  if (isExempt(section, a)) return [paragraph([words(`This section is not for publication: ${section.exempt ?? ''}.`)])]
  const written = aboutSection(a, section)
  const replaced = written.some(({ place, held }) => place === 'replaces' && held === null)
  const isCommented = section.blocks.some(block =>
    a.made.get(block)?.some(one => one.kind === 'table' && one.columns.some(({ title }) => title === 'Commentary')),
  )
  const blocks = section.blocks
    .filter(block => isFor(block, a.audience))
    .map(block => {
      const made = [
        ...(a.made.get(block) ?? textsOf(a, block, replaced || isUnsaid(block, isCommented))),
        ...notesUnderChart(a, block),
      ]
      return isOffSlides(a, block) ? made.map(one => ({ ...one, offSlides: true as const })) : made
    })
  // Words in the place of the section's own stand before its tables, words that follow after all of it.
  const own = replaced ? section.blocks.findIndex(({ kind }) => ['text', 'story', 'highlights'].includes(kind)) : -1
  const at = own < 0 ? blocks.length : own
  return [...blocks.slice(0, at).flat(), ...written.flatMap(one => writtenBlocks(a, one)), ...blocks.slice(at).flat()]
}

const isOffSlides = (a: Assembling, block: TemplateBlock): boolean =>
  block.slides === false ||
  (block.slides === 'when written' &&
    block.kind === 'text' &&
    (block.written === undefined || writtenAs(a, block.written).length === 0))

const isUnsaid = (block: TemplateBlock, isCommented: boolean): boolean =>
  block.kind === 'text' && block.only === 'without commentary' && isCommented

/** What a block says in words; `replaced`: officers' words stand in the place of the paper's own. */
function textsOf(a: Assembling, block: TemplateBlock, replaced: boolean): readonly Block[] {
  switch (block.kind) {
    case 'text':
      return text(a, block, replaced)
    case 'facts':
      return facts(a, block)
    case 'story':
      return story(a, block, replaced)
    case 'highlights':
      return replaced ? [] : highlights(a, block)
    case 'case studies':
      return caseStudies(a, block)
    case 'notes':
      return notes(a)
    default:
      return []
  }
}
