import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { blocksOfHtml } from '../../files/html-text.ts'
import { keywordsOf } from '../../files/keywords.ts'
import { figuresOf } from '../paper/figures.ts'
import { readMark } from '../paper/file-mark.ts'
import { paperAs, paperFormats } from '../paper/formats.ts'
import { paper as made } from '../paper/paper.fixture.ts'
import { asEdition } from '../paper/watermark.ts'
import { linesOf, type PaperLine, paperLines } from './paper-lines.ts'
import { verifyPaper, withoutRunning } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-verify-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const paper = asEdition(made, { number: 3, status: 'approved' })
const linesIn = async (ending: string, content: string | Uint8Array): Promise<readonly PaperLine[]> => {
  const file = join(folder, `paper.${ending}`)
  writeFileSync(file, content)
  return withoutRunning(await paperLines(file), paper)
}
const html = String(await paperAs(paper, 'html'))
const linesOfHtml = (page: string): readonly PaperLine[] => withoutRunning(linesOf(blocksOfHtml(page)), paper)
const edition = linesOfHtml(html)

test('a paper of every format says which edition it is of, and holds against it in every figure', async () => {
  for (const format of paperFormats) {
    const lines = await linesIn(format, await paperAs(paper, format))
    const { figures, hold, unproven, wordsChanged } = verifyPaper(paper, lines, lines)
    expect({ format, hold, unproven, wordsChanged }).toEqual({ format, hold: figures, unproven: [], wordsChanged: 0 })
    expect(figures).toBeGreaterThan(5)
    const file = join(folder, `paper.${format}`)
    expect(readMark(await keywordsOf(file, file, 1))).toEqual({
      edition: 3,
      template: paper.template,
      audience: paper.audience,
    })
  }
}, 60_000)

test('any figure that is changed is found, with the code it stands for, and no other', () => {
  const shown = figuresOf(paper).filter(({ shown: { kind, text } }) => kind === 'number' && /\d/.test(text))
  fc.assert(
    fc.property(fc.nat(shown.length - 1), fc.integer({ min: 1, max: 9 }), (n, digit) => {
      const figure = shown[n]
      if (!figure) return
      const { code } = figure.source
      const again = shown.slice(0, n).filter(one => one.source.code === code).length
      let seen = -1
      const changed = html.replaceAll(
        new RegExp(`(<data[^>]*value="${code}"[^>]*>)([^<]*)(?=</data>)`, 'g'),
        (all, tag, text) =>
          ++seen === again ? `${tag}${text.replace(/\d/, (d: string) => String((Number(d) + digit) % 10))}` : all,
      )
      if (changed === html) throw new Error(`the page has no figure of ${code}`)
      const given = linesOfHtml(changed)
      const { figures, hold, unproven } = verifyPaper(paper, edition, given)
      expect(unproven).toMatchObject([{ kind: 'changed' }])
      expect(unproven[0]?.figures.map(one => one.code)).toContain(code)
      expect(hold).toBe(figures - 1)
    }),
    { numRuns: 15 },
  )
})

test('what is added or taken out is found; words alone are counted and are no finding', () => {
  const said = (from: string, to: string) => verifyPaper(paper, edition, linesOfHtml(html.replace(from, to)))
  const [first] = figuresOf(paper)
  const whole = new RegExp(`<data[^>]*>${first?.shown.text}</data>`).exec(html)?.[0] ?? ''
  expect(whole).not.toBe('')
  expect(said(whole, `${whole} and 77 others`).unproven).toMatchObject([{ kind: 'added', paper: 'and 77 others' }])
  expect(said(whole, 'some').unproven).toMatchObject([{ kind: 'taken out', figures: [{ code: first?.source.code }] }])
  const words = said('</main>', '<p>An officer adds a sentence.</p></main>')
  expect(words).toMatchObject({ unproven: [], wordsChanged: 1, hold: words.figures })
})
