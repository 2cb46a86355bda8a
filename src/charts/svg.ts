type Attributes = Readonly<Record<string, string | number>>

const plain = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text for between tags. */
export const text = (value: string): string => plain(value)

/** Numbers in a drawing keep one decimal: more would carry the figure itself. */
const attribute = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : plain(value)

/** One SVG element. Children are finished markup. No inline style: the page's content policy forbids it. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  return `<${name}${list.join('')}>${children.join('')}</${name}>`
}

/** The frame of a chart: what is said of it first, from the same figures as the drawing. */
export const chartFrame = (
  {
    id,
    title,
    width,
    height,
  }: { readonly id: string; readonly title: string; readonly width: number; readonly height: number },
  description: string,
  inside: readonly string[],
): string =>
  element(
    'svg',
    {
      class: 'hearth-chart',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    [
      element('title', { id: `${id}-title` }, [text(title)]),
      element('desc', { id: `${id}-desc` }, [text(description)]),
      ...inside,
    ],
  )
