import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

test('the DuckDB file of a version opens from anywhere, even of a home named from where one stood, and a measure pasted into it runs', async () => {
  // As HEARTH_HOME=./var is: the views must not depend on it.
  const home = relative(process.cwd(), newFolder())
  await mustImport(home, [writeReturn(join(newFolder(), '2024-25'), { header: [{}], episodes: [{}] })])
  const path = join(home, 'versions', '000001', 'hearth.duckdb')
  const shell = await Engine.open({ path, readOnly: true })
  try {
    const views = await shell.rows("select sql from duckdb_views() where not internal and sql like '%read_parquet(%'")
    for (const { sql } of views) expect(sql).toMatch(/read_parquet\('(\/|[A-Z]:\/)/)
    const measure = readFileSync(new URL('../../measures/placements/placed-over-20-miles.sql', import.meta.url), 'utf8')
    const rows = await shell.rows(measure)
    // In care from 1 May 2024: at the eleven month ends to 31 March 2025.
    expect(rows).toHaveLength(11)
    const flow = await shell.rows(
      'select p.period_end, s.child_id from start_of_care s join period p on s.day between p.period_start and p.period_end',
    )
    expect(flow).toEqual([{ period_end: '2024-05-31', child_id: 1 }])
  } finally {
    shell.close()
  }
})
