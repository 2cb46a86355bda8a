import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { heard } from './heard.fixture.ts'
import { importInto } from './import.ts'
import { run } from './main.ts'

const said = heard()
afterAll(() => removeFolders())

test('a home that was moved opens, imports again, and so does its file for a DuckDB shell', async () => {
  const [root, files] = [newFolder(), newFolder()]
  const [before, after] = [join(root, 'before'), join(root, 'after')]
  writeReturn(join(files, '2024-25'), { header: [{}], episodes: [{}] })
  await importInto(before, [join(files, '2024-25')], {})
  renameSync(before, after)
  const command = ['series', '--measure', 'NUM-01', '--from', '2025-03-31', '--to', '2025-03-31']
  expect(await run(['--home', after, '--json', ...command], 'test')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ value: 1 })
  const shell = await Engine.open({ path: join(after, 'versions', '000001', 'hearth.duckdb'), readOnly: true })
  try {
    expect(await shell.rows("select child_id from in_care_at where period_end = date '2025-03-31'")).toHaveLength(1)
  } finally {
    shell.close()
  }
  const two = [{}, { CHILD: 'B' }]
  writeReturn(join(files, '2025-26'), { header: two, episodes: two })
  const { report } = await importInto(after, [join(files, '2025-26')], {})
  expect(report).toMatchObject({ kind: 'done', version: 2 })
}, 120_000)
