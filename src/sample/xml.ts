import { HEADERS, type TableName } from './codes.ts'
import type { YearReturn } from './year-return.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const element = (name: string, value: string, indent: string): string =>
  value === '' ? `${indent}<${name} />\n` : `${indent}<${name}>${escaped(value)}</${name}>\n`

/** Columns of each table in order, as elements: CSV `PLACE` is `PL`. */
const tags = Object.fromEntries(
  Object.entries(HEADERS).map(([name, header]) => [
    name,
    header.split(',').map(c => (name === 'Episodes' && c === 'PLACE' ? 'PL' : c)),
  ]),
) as Record<TableName, string[]>
const elements = (name: TableName, row: readonly string[], from: number, indent: string): string =>
  row.slice(from).reduce((text, value, i) => text + element(tags[name][i + from] ?? '', value, indent), '')

/**
 * The return as one document (ssda903.md section 13). What holds social workers and deprivation of liberty orders is named
 * nowhere in public: the names here are ours.
 */
export function xmlOf(made: YearReturn): string {
  const by = (name: TableName): Map<string, string[][]> => {
    const rows = new Map<string, string[][]>()
    for (const row of made.tables.get(name) ?? []) {
      const id = (row[0] ?? '').trim().toUpperCase()
      const list = rows.get(id)
      if (list) list.push(row)
      else rows.set(id, [row])
    }
    return rows
  }
  const tables = Object.fromEntries((Object.keys(HEADERS) as TableName[]).map(name => [name, by(name)])) as Record<
    TableName,
    Map<string, string[][]>
  >
  let text = '<?xml version="1.0" encoding="utf-8"?>\n<EXPSSDA903>\n'
  for (const [id, rows] of tables.Header) {
    const [header = []] = rows
    const first = (name: TableName): string[] | undefined => tables[name].get(id)?.[0]
    const uasc = first('UASC')
    const leaver = first('OC3')
    const adopted = first('AD1')
    text += '  <CHILD>\n    <HEADER>\n'
    text += element('CHILDID', header[0] ?? '', '      ') + element('UPN', header[4] ?? '', '      ')
    text +=
      element('SEX', header[1] ?? '', '      ') +
      element('DOB', header[2] ?? '', '      ') +
      element('ETHNIC', header[3] ?? '', '      ')
    text += element('UASC', uasc ? '1' : '0', '      ')
    if (uasc) text += element('DUC', uasc[3] ?? '', '      ')
    if (leaver) text += elements('OC3', leaver, 2, '      ')
    if (adopted) text += elements('AD1', adopted, 2, '      ')
    const each = (name: TableName, tag: string): void => {
      for (const row of tables[name].get(id) ?? [])
        text += `      <${tag}>\n${elements(name, row, 2, '        ')}      </${tag}>\n`
    }
    each('Missing', 'AMISSING')
    each('Reviews', 'AREVIEW')
    text += element('MOTHER', header[5] ?? '', '      ') + element('MC_DOB', header[6] ?? '', '      ')
    each('PlacedAdoption', 'AD_PLACED')
    each('PrevPerm', 'PERMANENCE')
    each('OC2', 'OC2')
    each('SWEpisodes', 'SWEPISODE')
    each('DoLo', 'DOLO')
    text += '    </HEADER>\n'
    for (const row of tables.Episodes.get(id) ?? [])
      text += `    <EPISODE>\n${elements('Episodes', row, 1, '      ')}    </EPISODE>\n`
    text += '  </CHILD>\n'
  }
  return `${text}</EXPSSDA903>\n`
}
