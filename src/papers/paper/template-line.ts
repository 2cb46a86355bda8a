import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml'

export type Path = readonly PropertyKey[]

/** The line of a key or list item in YAML, or of the nearest thing that holds it. */
export function lineAt(yaml: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1]
    const holder = length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true)
    const pair = isMap(holder) ? holder.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
    const item = yaml.getIn(path.slice(0, length), true)
    const found = (isNode(pair?.key) ? pair.key : isNode(item) ? item : undefined)?.range?.[0]
    if (found !== undefined) return lines.linePos(found).line
  }
  return 1
}
