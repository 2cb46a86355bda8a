import { shapeOf } from '../model/file-shape.ts'
import type { RowFault, RowLayout } from './layout.ts'

const shape = shapeOf('providers')
const columns = ['urn', 'name', 'postcode', 'place_codes', 'provider_codes', 'reg_end', 'la', 'list'] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

/** Which of Ofsted's lists a row stands in: a list replaces what there was of itself, whichever file it comes in. */
type List = 'homes' | 'supported' | 'others' | 'addresses'

/** Placement codes of supported accommodation, which its own sheet does not give: H5 to 2023/24, K3 from 2024/25. */
const SUPPORTED = 'H5,K3'

/** Words for none, before the cell is taken apart. */
const none: ReadonlySet<string> = new Set(['', '-', 'N/A', 'NA', 'NULL', 'NONE'])

/** Codes as one text with commas: Ofsted writes `PR4/PR5`, `H5, K3` and `PR4 PR5`. */
function codes(cell: string): string {
  const text = cell.trim().toUpperCase()
  if (none.has(text)) return ''
  return [...new Set(text.split(/[\s/,;&]+|\bAND\b/).filter(code => code !== ''))].join(',')
}

/** The list of a row where one file has them all: by the type of provider, else by its placement codes. */
function listOf(type: string, placeCodes: string): List {
  if (/supported accommodation/i.test(type)) return 'supported'
  if (/children.{0,3}s home/i.test(type)) return 'homes'
  if (type.trim() !== '' || placeCodes === '') return 'others'
  const own = placeCodes.split(',')
  if (own.every(code => SUPPORTED.split(',').includes(code))) return 'supported'
  return own.some(code => code === 'K1' || code === 'K2') ? 'homes' : 'others'
}

/** The headers of one column, spaces and marks out of them: the first that is there. */
const headers = {
  urn: ['urn'],
  name: ['settingname', 'providername', 'name', 'organisationname'],
  postcode: ['settingpostcode', 'settingaddresspostcode'],
  la: ['localauthority', 'providerlocalauthority'],
  closed: ['closeddate', 'deregistrationdate', 'dateclosed'],
  type: ['providertype', 'provisiontype'],
} as const

/**
 * Ofsted's lists of those registered with it, in the layouts that councils' own tools read (headers in any letter case):
 * - children's homes, one sheet, or settings and addresses on two;
 * - other social care providers, those open on one sheet and those closed on another;
 * - all of them in one list, supported accommodation on its sheet or on one of its own;
 * and our own `providers.csv`, known here where it gives codes or the end, so that they are read alike.
 */
export function providers(names: readonly string[]): RowLayout | null {
  const plain = names.map(name => name.replaceAll(/[^a-z]/g, ''))
  const at = (...wanted: readonly string[]): number =>
    wanted.map(name => plain.indexOf(name)).find(place => place >= 0) ?? -1
  if (at('urn') < 0) return null
  const home = [at('providercode'), at('providerplacementcode')] as const
  const other = [at('placementcode'), at('placementprovidercode')] as const
  const full = at('settingaddresspostcode')
  const own = (['place_codes', 'provider_codes', 'reg_end'] as const).some(name => names.includes(name))
  if (own && Math.max(...home, ...other) < 0) return ourOwn(names)
  const read = (cells: readonly string[], what: keyof typeof headers): string => cells[at(...headers[what])] ?? ''
  const shared = (cells: readonly string[]): Cells => ({
    name: read(cells, 'name'),
    postcode: read(cells, 'postcode'),
    la: read(cells, 'la'),
    reg_end: read(cells, 'closed'),
  })
  const coded = (cells: readonly string[], [place, provider]: readonly [number, number]): Cells => ({
    ...shared(cells),
    place_codes: codes(cells[place] ?? ''),
    provider_codes: codes(cells[provider] ?? ''),
  })
  const found = (row: (cells: readonly string[]) => Cells): RowLayout | null =>
    layout(['list'], cells => ({ ...row(cells), urn: read(cells, 'urn') }))
  if (Math.min(...home) >= 0) return found(cells => ({ ...coded(cells, home), list: 'homes' }))
  if (Math.min(...other) >= 0)
    return found(cells => {
      const row = coded(cells, other)
      // Only the list of all has the address's postcode; that of other providers has none of the homes, whatever a row's codes.
      return { ...row, list: full < 0 ? 'others' : listOf(read(cells, 'type'), row.place_codes ?? '') }
    })
  if (at('providerlocalauthority') >= 0 && at(...headers.closed) >= 0)
    return found(cells => ({ ...coded(cells, other), place_codes: SUPPORTED, list: 'supported' }))
  if (at(...headers.postcode) >= 0) return found(cells => ({ postcode: read(cells, 'postcode'), list: 'addresses' }))
  return null
}

/** Ofsted's numbers: `SC123456`, `2701234`. */
const aUrn = /^[A-Z]{0,3}\d+$/

/** A row a line, under our columns. A line without a URN is no provider: a note below the table is passed over without alarm. */
function layout(replaces: readonly string[] | null, row: (cells: readonly string[]) => Cells): RowLayout | null {
  if (!shape) return null
  const rows = (cells: readonly string[]): readonly (readonly string[] | RowFault)[] => {
    const given = row(cells)
    const urn = (given.urn ?? '').replaceAll(/\s/g, '').toUpperCase()
    if (aUrn.test(urn)) return [columns.map(column => (column === 'urn' ? urn : (given[column] ?? '')))]
    const says = `${given.postcode ?? ''}${given.provider_codes ?? ''}${given.la ?? ''}`.trim() !== ''
    const fault = { fault: 'This is not a URN.', column: 'urn', found: given.urn ?? '' }
    return [says ? fault : { ...fault, tolerated: true }]
  }
  return { kind: 'rows', shape, columns, asks: null, replaces, rows }
}

/** Our own file: the whole of what is known, so it replaces every list. */
function ourOwn(names: readonly string[]): RowLayout | null {
  return layout(null, cells => {
    const cell = (column: string): string => cells[names.indexOf(column)] ?? ''
    const placeCodes = codes(cell('place_codes'))
    return {
      ...Object.fromEntries(columns.map(column => [column, cell(column)])),
      place_codes: placeCodes,
      provider_codes: codes(cell('provider_codes')),
      list: cell('list') || listOf('', placeCodes),
    }
  })
}
