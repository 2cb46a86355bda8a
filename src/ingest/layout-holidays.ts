import { z } from 'zod'
import type { InputFile, TextRow } from '../files/input.ts'
import { shapeOf } from '../model/file-shape.ts'
import type { Recognised } from './recognised.ts'

const shape = shapeOf('bank_holidays')
const content = z.object({
  'england-and-wales': z.object({ events: z.array(z.object({ title: z.string(), date: z.string() })) }),
})
/** GOV.UK's file is some tens of thousands of bytes. */
const LARGEST = 5_000_000

/** GOV.UK's `bank-holidays.json` as downloaded: the events of England and Wales, as a table of text; null where it is not that. */
export async function readHolidays(file: InputFile): Promise<{
  readonly header: TextRow
  readonly known: Recognised
  readonly rows: readonly TextRow[]
} | null> {
  if (!shape || file.size > LARGEST) return null
  const pieces: Buffer[] = []
  for await (const piece of await file.open()) pieces.push(piece)
  const read = content.safeParse(
    parsed(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ),
  ).data
  if (!read) return null
  const columns = ['date', 'title']
  return {
    header: { line: 1, cells: columns },
    known: { kind: 'named', shape, columns, layout: null, notes: [] },
    // The n-th event stands for a line: the file's own lines say nothing.
    rows: read['england-and-wales'].events.map(({ date, title }, i) => ({ line: i + 1, cells: [date, title] })),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
