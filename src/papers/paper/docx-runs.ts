import { Bookmark, type ParagraphChild, TextRun } from 'docx'
import type { Run } from './paper.ts'

/** Makes runs for Word. A figure stands in a bookmark named by its code, which stays with it when the words around it are edited. */
export type RunMaker = (runs: readonly Run[]) => ParagraphChild[]

/** Bookmarks of one document have names of their own: the same figure printed again is `fig_F7K2X_2`. */
export function runMaker(): RunMaker {
  const times = new Map<string, number>()
  const nameOf = (code: string): string => {
    const n = (times.get(code) ?? 0) + 1
    times.set(code, n)
    return n === 1 ? `fig_${code}` : `fig_${code}_${n}`
  }
  return runs =>
    runs.map(run =>
      run.kind === 'words'
        ? new TextRun({ text: run.text, ...(run.strong ? { bold: true } : {}) })
        : new Bookmark({ id: nameOf(run.source.code), children: [new TextRun({ text: run.shown.text })] }),
    )
}
