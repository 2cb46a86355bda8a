import type { Document, LineCounter } from 'yaml'

type Held = {
  readonly items?: readonly { readonly key?: { readonly value?: unknown; readonly range?: readonly number[] } }[]
}

/** Finds the line of a key or list item in YAML, or of the nearest thing that holds it. `before` lines stand above the YAML. */
export const lineFinder =
  (yaml: Document, lines: LineCounter, before = 0) =>
  (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const key = path[length - 1]
      const holder = (length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true)) as
        | Held
        | null
        | undefined
      const item = yaml.getIn(path.slice(0, length), true) as { readonly range?: readonly number[] } | null | undefined
      const named = holder?.items?.find(pair => pair?.key?.value === key)?.key?.range?.[0]
      const found = named ?? item?.range?.[0]
      if (found !== undefined) return lines.linePos(found).line + before
    }
    return before === 0 ? 1 : before
  }
