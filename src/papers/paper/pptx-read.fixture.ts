import jszip from 'jszip'
import { SaxesParser } from 'saxes'

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: (Element | string)[]
}

/** An XML part as elements; throws where it is not well-formed. */
function parsed(xml: string): Element {
  const top: Element = { name: '', attributes: {}, inside: [] }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('error', fault => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Readonly<Record<string, string>>, inside: [] }
    open.at(-1)?.inside.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', text => open.at(-1)?.inside.push(text))
  parser.write(xml).close()
  return top
}

/** All elements of a name, in the order of the file. */
export const all = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.inside.flatMap(one => (typeof one === 'string' ? [] : all(one, name))),
]
export const wordsIn = (element: Element): string =>
  element.inside.map(one => (typeof one === 'string' ? one : wordsIn(one))).join('')

/** What slides hold, slide by slide, as their XML says; every part of the file is parsed. */
export async function readSlides(pptx: Uint8Array) {
  const file = await jszip.loadAsync(pptx)
  const parts = new Map<string, Element>()
  for (const [name, part] of Object.entries(file.files))
    if (!part.dir && /\.(xml|rels)$/.test(name)) parts.set(name, parsed(await part.async('string')))
  const numbered = (folder: string, kind: string): readonly Element[] =>
    [...parts]
      .filter(([name]) => new RegExp(`^ppt/${folder}/${kind}\\d+\\.xml$`).test(name))
      .toSorted(([a], [b]) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
      .map(([, part]) => part)
  const notes = numbered('notesSlides', 'notesSlide')
  return {
    parts,
    slides: numbered('slides', 'slide').map((slide, i) => ({
      slide,
      title: all(slide, 'p:sp')
        .filter(shape => all(shape, 'p:ph').some(({ attributes }) => attributes.type === 'title'))
        .map(shape => all(shape, 'a:t').map(wordsIn).join(''))
        .join(''),
      words: all(slide, 'a:t').map(wordsIn).join(''),
      notes: notes[i] === undefined ? '' : all(notes[i], 'a:t').map(wordsIn).join('\n'),
    })),
  }
}
