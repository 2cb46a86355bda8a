import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import validate from '@ooxml-tools/validate'
import jszip from 'jszip'
import { afterAll, describe, expect, it } from 'vitest'
import { paperWord } from './docx.ts'
import { all, partsOf, wordsIn, xmlOf } from './docx-read.fixture.ts'
import { figuresOf } from './figures.ts'
import { paper } from './paper.fixture.ts'
import { missing, passages } from './passages.fixture.ts'
import { close } from './pdf-read.fixture.ts'
import { paperSlides } from './pptx.ts'
import { paperWorkbook } from './xlsx.ts'

/** What the schemas of ECMA-376, as Microsoft's Open XML SDK holds them, find in a file. */
const faults = async (file: Uint8Array, format: 'docx' | 'xlsx' | 'pptx'): Promise<readonly string[]> =>
  (await validate(file, format)).map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`)

describe('a paper in the forms of Office, held against the schemas of these', () => {
  it('is a Word document without a fault', async () => expect(await faults(await paperWord(paper), 'docx')).toEqual([]))
  it('is a workbook without a fault', async () => expect(await faults(await paperWorkbook(paper), 'xlsx')).toEqual([]))
  it('is a deck of slides without a fault', async () =>
    expect(await faults(await paperSlides(paper), 'pptx')).toEqual([]))
  it('would not pass with the properties of a table after its rows', async () => {
    const file = await jszip.loadAsync(await paperWord(paper))
    const part = 'word/document.xml'
    const xml = (await file.file(part)?.async('string')) ?? ''
    file.file(part, xml.replace(/(<w:tblPr>.*?<\/w:tblPr>)(<w:tblGrid>.*?<\/w:tblGrid>)/s, '$2$1'))
    expect(await faults(await file.generateAsync({ type: 'uint8array' }), 'docx')).toEqual([
      expect.stringContaining('unexpected child element'),
    ])
  })
})

/** Where LibreOffice is, if it is here. */
const soffice = ['soffice', 'libreoffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe'].find(
  name => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
)
const WHY = 'LibreOffice is not on this machine: nothing was opened and saved by it.'

describe('a paper opened and saved again by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-office-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  it('has every passage, every figure in its bookmark, its headings and its header rows', async context => {
    if (soffice === undefined) return context.skip(WHY)
    writeFileSync(join(folder, 'paper.docx'), await paperWord(paper))
    const user = `-env:UserInstallation=${pathToFileURL(join(folder, 'user')).href}`
    const saved = join(folder, 'saved')
    const args = [user, '--headless', '--convert-to', 'docx', '--outdir', saved, join(folder, 'paper.docx')]
    spawnSync(soffice, args, { timeout: 100_000 })
    const body = xmlOf((await partsOf(readFileSync(join(saved, 'paper.docx')))).get('word/document.xml') ?? '')
    expect(missing(close(wordsIn(body)), passages(paper))).toBeNull()
    const marks = all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']?.split('_')[1])
    expect(marks.filter(Boolean)).toEqual(figuresOf(paper).map(({ source }) => source.code))
    const styles = all(body, 'w:pStyle').map(({ attributes }) => attributes['w:val'] ?? '')
    expect(styles.filter(style => /^Heading\d$/.test(style))).toEqual(
      paper.sections.map(({ level }) => `Heading${level}`),
    )
    expect(all(body, 'w:tblHeader').length).toBe(all(body, 'w:tbl').length)
  })
})
