import type { Audience } from '../disclosure/shown.ts'
import { keeping } from '../kit/kept.ts'

const MOST = 200

/** What makes a page another page: the data version it is of, whom it is for, and what its address asks. */
export type PageKey = {
  readonly dataVersion: string
  readonly audience: Audience
  readonly asked: readonly (string | null | undefined)[]
}

const keyOf = ({ dataVersion, audience, asked }: PageKey): string => JSON.stringify([audience, dataVersion, ...asked])

/**
 * Keeps the 200 pages asked for last by key. The key names the data version, so a new version never meets an old page, and the
 * audience, so that nobody is given a page made for one who may see more.
 */
export function pageCache(): (key: PageKey, make: () => Promise<string>) => Promise<string> {
  const kept = keeping<string>(MOST)
  return (given, make) => kept(keyOf(given), make)
}
