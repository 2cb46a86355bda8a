import { UserError } from '../kit/error.ts'

/** What was made of each file in turn. One that cannot be read stops none of the others: its fault is given with theirs. */
export async function eachFile<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
): Promise<{ readonly read: readonly T[]; readonly faults: readonly UserError[] }> {
  const all: T[] = []
  const faults: UserError[] = []
  for (const path of paths) {
    try {
      all.push(await read(path))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push(error)
    }
  }
  return { read: all, faults }
}
