import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PaperView } from '../../report/paper-view.ts'
import { NO_WORDS } from '../../report/paper-words.ts'
import { view as scorecard, sources } from '../scorecard.fixture.ts'
import { assemble } from './assemble.ts'
import { wordsOf } from './figures.ts'
import type { Block, Paper, TableBlock } from './paper.ts'
import type { Template } from './template.ts'
import { readTemplate } from './template-file.ts'

/** What a desk gives a paper of which nothing is asked. */
export const held: PaperView = {
  scorecard,
  sources,
  rows: [],
  outturns: [],
  grids: [],
  breakdowns: [],
  moves: new Map(),
  forecast: null,
  words: NO_WORDS,
}
const known = () => ({ measures: ['CP1', 'CP2', 'a', 'b', 'c', 'd'], themes: ['t'] })

/** A template as its file would have it. */
export function templateOf(yaml: string): Template {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-assemble-'))
  try {
    const file = join(folder, 'a.yaml')
    writeFileSync(file, yaml)
    return readTemplate(file, 'a', known)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A paper of sections written as a template writes them. */
export const paperOf = (sections: string, view: Partial<PaperView> = {}, head = ''): Paper =>
  assemble(templateOf(`title: A paper\nabout: A test\n${head}sections:\n${sections}`), { ...held, ...view })

export const textOf = (block: Block | undefined): string => (block?.kind === 'paragraph' ? wordsOf(block.runs) : '')
export const tables = (paper: Paper): readonly TableBlock[] =>
  paper.sections.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'table'))
export const cells = (table: TableBlock | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map(row => row.map(wordsOf))
