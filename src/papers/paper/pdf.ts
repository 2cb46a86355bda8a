import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { lettersOf } from './font-letters.ts'
import type { Paper } from './paper.ts'
import { rowHeaders } from './pdf-row-headers.ts'
import { type Letters, onlyLetters, pdfWords } from './pdf-words.ts'

type Typesetter = { readonly compiler: NodeCompiler; readonly drawn: Letters; readonly source: string }

let ready: Promise<Typesetter> | undefined

/** The typesetter with its two fonts, made once: nothing is read from the server, neither its fonts nor its files. */
async function typesetter(): Promise<Typesetter> {
  // Loaded when a PDF is asked for: the library is native and large.
  const { NodeCompiler: compilers } = await import('@myriaddreamin/typst-ts-node-compiler')
  const require = createRequire(import.meta.url)
  const fonts = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map(file =>
    readFileSync(require.resolve(`@expo-google-fonts/arimo/${file}`)),
  )
  const [regular = Buffer.of(), bold = Buffer.of()] = fonts
  const inBold = lettersOf(bold)
  return {
    compiler: compilers.create({
      workspace: join(import.meta.dirname, 'no-files'),
      fontArgs: [{ fontBlobs: fonts }],
    }),
    drawn: onlyLetters(new Set([...lettersOf(regular)].filter(letter => inBold.has(letter)))),
    source: readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8'),
  }
}

/** Results of earlier papers that the typesetter keeps, in papers. */
const KEPT = 4

/**
 * A paper as a tagged PDF that passes PDF/UA-1 (ISO 14289-1): title, language, headings, tables with header rows, alternative text of
 * charts, header and footer as artifacts. The same paper gives the same bytes. Throws, as a bug, on any warning or fault of the typesetter.
 */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  ready ??= typesetter()
  const { compiler, drawn, source } = await ready
  const inputs = { paper: JSON.stringify(pdfWords(paper, drawn)) }
  const result = compiler.compile({ mainFileContent: source, inputs })
  const faults = [result.takeError(), result.takeWarnings()].flatMap(fault => fault?.shortDiagnostics ?? [])
  if (result.result === null || faults.length > 0)
    throw new Error(`The paper could not be set: ${JSON.stringify(faults)}`)
  const pdf = compiler.pdf(result.result, { pdfStandard: 'ua-1' })
  compiler.evictCache(KEPT)
  return rowHeaders(pdf)
}
