/**
 * Answers that are worked out once for each key and kept, those asked for last the longest and `most` of them at once. Who asks while one
 * is being worked out waits for it; one that failed is not kept.
 */
export function keeping<T>(most: number): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key, work) => {
    const found = kept.get(key) ?? work()
    kept.delete(key)
    kept.set(key, found)
    found.catch(() => {
      if (kept.get(key) === found) kept.delete(key)
    })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return found
  }
}
