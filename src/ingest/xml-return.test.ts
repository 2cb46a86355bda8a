import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { inputFile } from '../files/input.ts'
import { keptColumns, type ReturnedTable } from '../model/returned.ts'
import { readReturnXml } from './xml-return.ts'

/** The rows of a table that one child's XML gives, blanks left out, and the tables it speaks for. */
async function read(inside: string, table: ReturnedTable): Promise<{ rows: unknown[]; tables: readonly string[] }> {
  const text = `<EXPSSDA903>\n<CHILD>${inside}</CHILD>\n</EXPSSDA903>`
  const rows: unknown[] = []
  const tables = await readReturnXml(
    inputFile('return.xml', text.length, async () => Readable.from([Buffer.from(text)])),
    (of, line, row, cells) => {
      const named = Object.keys(keptColumns(of)).flatMap((name, i) => (cells[i] ? [[name, cells[i]]] : []))
      if (of === table) rows.push({ line, row, ...Object.fromEntries(named) })
    },
  )
  return { rows, tables }
}
const header = (inside = ''): string => `<HEADER><CHILDID>A</CHILDID><DOB>15/06/2014</DOB>${inside}</HEADER>`
const whose = { child: 'A', dob: '15/06/2014' }

test('an element that holds a social worker’s field is a row of them, whatever it is called and wherever below the child it stands', async () => {
  const worker = (name: string, id: string): string => `<${name}><SW_ID>${id}</SW_ID><SW_DEC/></${name}>`
  const { rows, tables } = await read(
    `${header(`${worker('SWEPISODE', 'SW1')}\n<LIST>${worker('ONE', 'SW2')}${worker('ONE', 'SW3')}</LIST>`)}
    <EPISODE><DECOM>01/05/2024</DECOM></EPISODE>${worker('Other', 'SW4')}<LATE><SW_DECOM>01/05/2024</SW_DECOM></LATE>`,
    'sw_episodes',
  )
  expect(rows).toEqual([
    { line: 2, row: 0, ...whose, sw_id: 'SW1' },
    { line: 3, row: 1, ...whose, sw_id: 'SW2' },
    { line: 3, row: 2, ...whose, sw_id: 'SW3' },
    { line: 4, row: 3, ...whose, sw_id: 'SW4' },
    { line: 4, row: 4, ...whose, sw_decom: '01/05/2024' },
  ])
  expect(tables).toContain('sw_episodes')
})

test('fields that stand in the header itself are one row, and one more each time they come again', async () => {
  const once = '<SW_ID>SW1</SW_ID><SW_DECOM>01/05/2024</SW_DECOM><DOLO_START>01/06/2024</DOLO_START>'
  expect((await read(header(once), 'sw_episodes')).rows).toEqual([
    { line: 2, row: 0, ...whose, sw_id: 'SW1', sw_decom: '01/05/2024' },
  ])
  expect((await read(header(once), 'dolo')).rows).toMatchObject([{ dolo_start: '01/06/2024' }])
  const again = '<SW_ID>SW2</SW_ID><SW_REASON>LEFTRL</SW_REASON>'
  expect((await read(header(once + again), 'sw_episodes')).rows).toEqual([
    { line: 2, row: 0, ...whose, sw_id: 'SW1', sw_decom: '01/05/2024' },
    { line: 2, row: 1, ...whose, sw_id: 'SW2', sw_reason: 'LEFTRL' },
  ])
})

test('an order of deprivation of liberty is a row by its start; an end alone is none', async () => {
  const order = (cells: string): string => `<X><CHILDID>A</CHILDID>${cells}</X>`
  const { rows } = await read(
    `${header(order('<DOLO_START>01/06/2024</DOLO_START><DOLO_END>01/07/2024</DOLO_END>'))}${order('<DOLO_END>01/08/2024</DOLO_END>')}`,
    'dolo',
  )
  expect(rows).toEqual([{ line: 2, row: 0, ...whose, dolo_start: '01/06/2024', dolo_end: '01/07/2024' }])
})

test('fields that are all blank are no row, and a return without any says nothing of social workers', async () => {
  const blank = '<SW_ID/><SW_DECOM/><SW_DEC> </SW_DEC><SW_REASON/>'
  const { rows, tables } = await read(`${header(blank)}<SW>${blank}</SW>`, 'sw_episodes')
  expect(rows).toEqual([])
  expect(tables).not.toContain('sw_episodes')
  const reason = '<SW_ID/><SW_REASON>LEFTRL</SW_REASON>'
  expect((await read(header(`<SW>${reason}</SW>`), 'sw_episodes')).rows).toMatchObject([{ sw_reason: 'LEFTRL' }])
})

test('what such an element says of the child is its own, and the header’s stays', async () => {
  const inside = header('<SW><SW_ID>SW1</SW_ID><DOB>01/01/2001</DOB></SW>')
  expect((await read(inside, 'header')).rows).toEqual([{ line: 2, row: 0, ...whose }])
  expect((await read(inside, 'sw_episodes')).rows).toMatchObject([{ dob: '01/01/2001' }])
})

test('an element round fields of the header is looked through', async () => {
  const { rows } = await read(header('<LEAVER><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV></LEAVER>'), 'oc3')
  expect(rows).toEqual([{ line: 2, row: 0, ...whose, in_touch: 'YES', activ: 'F2' }])
})
