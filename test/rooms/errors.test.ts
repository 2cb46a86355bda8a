import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.ts') && !/\.(test|fixture)\.ts$|builders\.ts$|contract\.ts$/.test(name),
)
const used = new Set(
  sources.flatMap(name => readFileSync(join(root, 'src', name), 'utf8').match(/HEARTH-1\d{3}/g) ?? []),
)
const pages = readdirSync(join(root, 'docs/errors')).map(name => name.replace('.md', ''))

describe('the pages of errors', () => {
  it('has one for every code that can be shown', () =>
    expect([...used].filter(code => !pages.includes(code))).toEqual([]))
  it('has none for a code that cannot', () => expect(pages.filter(page => !used.has(page))).toEqual([]))
  it.each(pages)('%s says what happened and what to do', page => {
    const text = readFileSync(join(root, 'docs/errors', `${page}.md`), 'utf8')
    expect(text).toMatch(new RegExp(`^# ${page}: .+\\n\\n## What happened\\n\\n.+[\\s\\S]+## What to do\\n\\n.+`))
  })
})
