import type { Block, Paper, Section, TableBlock } from './paper.ts'
import { AREA, continued, headed, isOneLine, notesTo, type Part, partsOf, splitTable } from './slide-parts.ts'

/** A slide: its title, unlike any other of its section, the section that it stands under, and what is on it. */
export type Slide = { readonly title: string; readonly under: string | null; readonly parts: readonly Part[] }

const titleOf = ({ number, title }: Section): string => (number === null ? title : `${number} ${title}`)

/** Least of a table that stands below something else, in inches: where there is less room it begins on the next slide. */
const LEAST_TABLE = 1.2
/** A table up to this high, in inches, is not broken: it fits a slide with its caption and notes. */
const WHOLE_TABLE = 4.4

/** Words up to this high, in inches, right above a table or chart stay with it. */
const LEAD = 1.2

const isCaption = (part: Part | undefined): boolean => part?.kind === 'text' && part.style === 'caption'

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0)

/** The height of a paragraph that leads to what is under it; longer ones do not. */
function leadOf(block: Block | undefined): number {
  const height = block?.kind === 'paragraph' ? heightOf(partsOf(block)) : 0
  return height <= LEAD ? height : 0
}

/** What is said in a list right under a table, where that is short. */
function underTable(parts: readonly Part[]): number {
  const end = parts.findIndex(part => part.kind !== 'text' || part.style !== 'bullet')
  const height = heightOf(end < 0 ? parts : parts.slice(0, end))
  return height <= LEAD ? height : 0
}

/** Room for a title's caption and notes above what has to stay together. */
const ABOVE = 0.7
const fitting = (own: number, more: number): number => (own + more + ABOVE <= AREA.height ? own + more : own)

/** What has to stand on one slide: a caption with its notes and at least the beginning of what is under it. */
function together(parts: readonly Part[]): number {
  const [first, ...more] = parts
  if (first === undefined) return 0
  // A chart stays with its data, and what is said under a table with it, where a slide has the room.
  if (first.kind === 'picture') return first.height + (more[0]?.kind === 'table' ? more[0].height : 0)
  if (first.kind === 'table' && first.height > WHOLE_TABLE) return LEAST_TABLE
  if (first.kind === 'table') return fitting(first.height, underTable(more))
  const leads = first.kind === 'text' && first.style === 'text' && first.height <= LEAD && isCaption(more[0])
  const goesOn =
    leads || (first.kind === 'text' && (first.style === 'caption' || (first.style === 'note' && more.length > 0)))
  return first.height + (goesOn ? together(more) : 0)
}

const isBullet = (part: Part): boolean => part.kind === 'text' && part.style === 'bullet'

/** Parts on as many slides as they need. */
function spread(parts: readonly Part[]): readonly (readonly Part[])[] {
  const slides: Part[][] = [[]]
  let room = AREA.height
  const next = (): void => {
    slides.push([])
    room = AREA.height
  }
  const put = (part: Part): void => {
    slides.at(-1)?.push(part)
    room -= part.height
  }
  // The table that a list under it belongs to.
  let last: TableBlock | null = null
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'table') last = part.block
    else if (!isBullet(part)) last = null
    if (together(parts.slice(i)) > room && slides.at(-1)?.length) {
      next()
      if (last !== null && isBullet(part)) put(notesTo(last))
    }
    if (part.kind !== 'table') {
      put(part)
      continue
    }
    let [fits, rest] = splitTable(part, room)
    put(fits)
    while (rest !== null) {
      next()
      put(continued(part.block))
      ;[fits, rest] = splitTable(rest, room)
      put(fits)
    }
  }
  return slides
}

/** A section on its slides, and the heading that it stands under. */
type Told = {
  readonly title: string
  readonly level: number
  readonly under: string | null
  readonly slides: readonly (readonly Part[])[]
}

/** What several sections are on one slide: each under its own title, or the caption that it begins with. */
const joined = (sections: readonly Told[]): readonly Part[] =>
  sections.flatMap(({ title, slides: [parts = []] }) => (isCaption(parts[0]) ? parts : [headed(title), ...parts]))
const titleOfAll = (sections: readonly Told[]): string => sections.map(({ title }) => title).join('; ')

/** Sections one after another that stand on one slide: neighbours of a level, short enough, whose titles fit together. */
function grouped(sections: readonly Told[]): readonly (readonly Told[])[] {
  const groups: Told[][] = []
  for (const one of sections) {
    const last = groups.at(-1) ?? []
    const [first] = last
    const all = [...last, one]
    const fits =
      first !== undefined &&
      first.under === one.under &&
      first.level === one.level &&
      all.every(({ slides }) => slides.length === 1 && (slides[0]?.length ?? 0) > 0) &&
      heightOf(joined(all)) <= AREA.height &&
      isOneLine(titleOfAll(all))
    if (fits) last.push(one)
    else groups.push([one])
  }
  return groups
}

/**
 * The slides of a paper after its first: one for a section, or as many as it needs; short sections stand together. A heading with
 * nothing of its own is said above what is under it. What a deck does without is left out.
 */
export function slidesOf({ sections: all }: Paper): readonly Slide[] {
  const above: Section[] = []
  const sections = all.filter(({ offSlides }) => !offSlides)
  const told = sections.flatMap((section, i): readonly Told[] => {
    while ((above.at(-1)?.level ?? 0) >= section.level) above.pop()
    const under = above.at(-1)
    above.push(section)
    const blocks = section.blocks.filter(({ offSlides }) => !offSlides)
    const isHeadingOnly = blocks.length === 0 && (sections[i + 1]?.level ?? 0) > section.level
    if (isHeadingOnly || (blocks.length === 0 && section.blocks.length > 0)) return []
    return [
      {
        title: titleOf(section),
        level: section.level,
        under: under === undefined ? null : titleOf(under),
        slides: spread(blocks.flatMap((block, i) => partsOf(block, leadOf(blocks[i - 1])))),
      },
    ]
  })
  return grouped(told).flatMap((group): readonly Slide[] => {
    const [one] = group
    if (one === undefined) return []
    const { title, under, slides } = one
    if (group.length > 1) return [{ title: titleOfAll(group), under, parts: joined(group) }]
    return slides.map((parts, n) => ({
      title: slides.length === 1 ? title : `${title} (${n + 1} of ${slides.length})`,
      under,
      parts,
    }))
  })
}
