import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { UserError } from '../../kit/error.ts'
import { readTemplate, templateFile } from './template-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const known = () => ({ measures: ['CP1', 'children-in-care', 'NUM-01'], themes: ['permanency'] })
const head = 'title: A paper\nabout: For a test.\nsections:\n'
function read(body: string, top = head) {
  writeFileSync(join(folder, 'a.yaml'), `${top}${body}`)
  return readTemplate(join(folder, 'a.yaml'), 'a', known)
}
/** What is refused, with the line. */
function refused(body: string, top = head): string {
  try {
    read(body, top)
  } catch (error) {
    if (error instanceof UserError) return `${error.code}:${error.where.line}: ${error.message}`
    throw error
  }
  return 'read'
}

test('a template is its sections and their blocks, with what it leaves out filled in', () => {
  const { scorecard, layout, numbered, sections } = read(
    '  - title: The picture\n    blocks:\n      - text: Words.\n      - {chart: Children in care, measure: CP1}\n    sections:\n      - {title: Within}\n',
  )
  expect({ scorecard, layout, numbered }).toEqual({
    scorecard: 'corporate-parenting',
    layout: 'portrait',
    numbered: false,
  })
  expect(sections[0]).toMatchObject({
    id: 'the-picture',
    blocks: [{ kind: 'text' }, { kind: 'chart', measure: 'CP1' }],
    sections: [{ id: 'within', blocks: [] }],
  })
})

test.each([
  ['  - title: A\n    block:\n      - text: B\n', '5: ', '"block" is not known here. Did you mean "blocks"?'],
  ['  - title: A\n    blocks:\n      - txet: B\n', '6: ', 'Did you mean "text"?'],
  ['  - title: A\n    blocks:\n      - text: B\n        writen: C\n', '7: ', 'Did you mean "written"?'],
  [
    '  - title: A\n    blocks:\n      - table: B\n        measures: [CP1]\n        columns: [indicator, lates]\n',
    '8: ',
    '"lates" is none of',
  ],
  [
    '  - title: A\n    blocks:\n      - table: B\n        measures:\n          - CP1\n          - childen-in-care\n        columns: [latest]\n',
    '9: ',
    'there is no measure "childen-in-care". Did you mean "children-in-care"?',
  ],
  ['  - title: A\n    blocks:\n      - charts: [permanancy]\n', '6: ', 'Did you mean "permanency"?'],
  ['  - title: A\n    blocks:\n      - text: "On {{att}}"\n', '6: ', 'Did you mean "at"?'],
  ['  - title: A\n    blocks:\n      - text: "{{CP1.valeu}}"\n', '6: ', 'Did you mean "value"?'],
  ['  - title: A\n    blocks:\n      - text: "{{CP9.value}}"\n', '6: ', 'there is no measure "CP9"'],
  ['  - title: A\n    for: [bord]\n', '5: ', 'Did you mean "board"?'],
  ['  - title: A\n    blocks:\n      - text: "B\n', '', 'it is not YAML'],
])('what a template may not hold is refused where it stands: %#', (body, line, says) => {
  expect(refused(body)).toContain(`HEARTH-1801:${line}`)
  expect(refused(body)).toContain(says)
})

test('a head without a title, and sections deeper than headings go, are refused', () => {
  expect(refused('', 'about: B\nsections: [{title: A}]\n')).toContain('"title" is not as expected')
  const deep = '  - {title: A, sections: [{title: B, sections: [{title: C, sections: [{title: D}]}]}]}\n'
  expect(refused(deep)).toContain('3 deep at most')
})

test('the folder named first wins, and a name that none has is refused with those that there are', () => {
  writeFileSync(join(folder, 'board-report.yaml'), '')
  expect(templateFile([join(folder, 'none'), folder], 'board-report')).toBe(join(folder, 'board-report.yaml'))
  expect(() => templateFile([folder], 'bord-report')).toThrow('Did you mean "board-report"?')
})
