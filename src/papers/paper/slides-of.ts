import type { Paper, Section } from './paper.ts'
import { AREA, continued, type Part, partsOf, splitTable } from './slide-parts.ts'

/** A slide: its title, unlike any other of its section, the section that it stands under, and what is on it. */
export type Slide = { readonly title: string; readonly under: string | null; readonly parts: readonly Part[] }

const titleOf = ({ number, title }: Section): string => (number === null ? title : `${number} ${title}`)

/** Least of a table that stands below something else, in inches: where there is less room it begins on the next slide. */
const LEAST_TABLE = 1.2

/** What has to stand on one slide: a caption with its notes and at least the beginning of what is under it. */
function together(parts: readonly Part[]): number {
  const [first, ...more] = parts
  if (first === undefined) return 0
  if (first.kind === 'table') return Math.min(first.height, LEAST_TABLE)
  const goesOn = first.kind === 'text' && (first.style === 'caption' || (first.style === 'note' && more.length > 0))
  return first.height + (goesOn ? together(more) : 0)
}

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
  for (const [i, part] of parts.entries()) {
    if (together(parts.slice(i)) > room && slides.at(-1)?.length) next()
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

/** The slides of a paper after its first: one for a section, or as many as it needs. A heading with nothing of its own is said above what is under it. */
export function slidesOf({ sections }: Paper): readonly Slide[] {
  const above: Section[] = []
  return sections.flatMap((section, i) => {
    while ((above.at(-1)?.level ?? 0) >= section.level) above.pop()
    const under = above.at(-1)
    above.push(section)
    const isHeadingOnly = section.blocks.length === 0 && (sections[i + 1]?.level ?? 0) > section.level
    if (isHeadingOnly) return []
    const slides = spread(section.blocks.flatMap(partsOf))
    return slides.map((parts, n) => ({
      title: slides.length === 1 ? titleOf(section) : `${titleOf(section)} (${n + 1} of ${slides.length})`,
      under: under === undefined ? null : titleOf(under),
      parts,
    }))
  })
}
