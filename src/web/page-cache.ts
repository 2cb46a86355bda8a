import type { Audience } from '../disclosure/shown.ts'

const MOST = 200

/** What makes a page another page: the data version it is of, whom it is for, and what its address asks. */
export type PageKey = {
  readonly dataVersion: string
  readonly audience: Audience
  readonly asked: readonly (string | null | undefined)[]
}

const keyOf = ({ dataVersion, audience, asked }: PageKey): string => JSON.stringify([audience, dataVersion, ...asked])

/**
 * Keeps the last 200 finished pages by key. The key names the data version, so a new version never meets an old page, and the
 * audience, so that nobody is given a page made for one who may see more.
 */
export function pageCache(): (key: PageKey, make: () => Promise<string>) => Promise<string> {
  const pages = new Map<string, Promise<string>>()
  return (given, make) => {
    const key = keyOf(given)
    const found = pages.get(key)
    if (found) return found
    const page = make()
    pages.set(key, page)
    page.catch(() => pages.delete(key))
    const [oldest] = pages.keys()
    if (pages.size > MOST && oldest !== undefined) pages.delete(oldest)
    return page
  }
}
