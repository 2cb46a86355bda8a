const MOST = 200

/** Keeps the last 200 finished pages by key. The key names the data version, so a new version never meets an old page. */
export function pageCache(): (key: string, make: () => Promise<string>) => Promise<string> {
  const pages = new Map<string, Promise<string>>()
  return (key, make) => {
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
