import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a process is there; one that may not be asked is. */
export function runs(process_: number): boolean {
  try {
    return Number.isInteger(process_) && process_ > 0 && process.kill(process_, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes folders of ours that a killed process left: `pattern` finds its number in their names. They hold personal data. */
export function clearLeftOver(folder: string, pattern: RegExp): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [, left] = pattern.exec(entry.name) ?? []
    if (left === undefined || !entry.isDirectory() || runs(Number(left))) continue
    // What may not be removed, as another person's, is theirs to remove.
    try {
      rmSync(join(folder, entry.name), { recursive: true, force: true })
    } catch {}
  }
}
