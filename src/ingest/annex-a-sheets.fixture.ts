import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SheetGiven, workbookOf } from './annex-a.fixture.ts'
import { adoptionSheets } from './annex-a-adoption.fixture.ts'
import { careSheets } from './annex-a-care.fixture.ts'
import { needSheets } from './annex-a-need.fixture.ts'
import { askEach, type Done, mustImport, newFolder } from './home.fixture.ts'

export const council = { authority: 'E06000999' }
/** A workbook with a sheet for each list. */
export const sheets: readonly SheetGiven[] = [...needSheets, ...careSheets, ...adoptionSheets]

export const lists = Array.from({ length: 11 }, (_, i) => i + 1)

/** Everything that the lists hold, by their number; the columns that say where a row is from left out. */
export async function held(home: string): Promise<Readonly<Record<number, unknown>>> {
  const answers = await askEach(
    home,
    lists.map(
      n => `select * exclude (authority, file_id, line, extract_date) from extract.annex_a_list_${n} order by line`,
    ),
  )
  return Object.fromEntries(lists.map((n, i) => [n, answers[i]]))
}

/** Imports the workbook into a home of its own, with all that its lists then hold. */
export async function importWorkbook(): Promise<{
  readonly home: string
  readonly report: Done
  readonly rows: Readonly<Record<number, unknown>>
}> {
  const home = newFolder()
  const file = join(newFolder(), 'Annex A 2026-10-31.xlsx')
  writeFileSync(file, await workbookOf(sheets))
  const report = await mustImport(home, [file], council)
  return { home, report, rows: await held(home) }
}
