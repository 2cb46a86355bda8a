import { shapeOf } from '../model/file-shape.ts'
import type { RowLayout } from './layout.ts'

const shape = shapeOf('stat_neighbours')
const columns = ['model', 'area_code', 'rank', 'sn_area_code', 'closeness']

/** What the column of the authority's own code is called in DfE's files of several years. */
const ownCode = ['area_code', 'new_la_code', 'old_la_code', 'la_code', 'la_number', 'la_no', 'lano', 'la_num']

/** Statistical neighbours (local-extracts.md 4.6): DfE's wide form, or our own with 3-digit codes. A model replaces itself. */
export const neighbours = (names: readonly string[]): RowLayout | null => wide(names) ?? long(names)

/** `SN1,SNP,SN2,SNP…` (2021) or `SN_1,SN_1P,…`: how close is read by position, behind each neighbour. */
function wide(names: readonly string[]): RowLayout | null {
  const places = names.flatMap((name, at) => {
    const [, rank] = /^sn_?(\d{1,2})$/.exec(name) ?? []
    if (!rank) return []
    const close = /^sn_?\d*_?p(rox)?_?\d*$/.test(names[at + 1] ?? '') ? at + 1 : null
    return [{ rank: String(Number(rank)), at, close }]
  })
  const own = ownCode.map(name => names.indexOf(name)).filter(at => at >= 0)
  if (!shape || places.length < 2 || own.length === 0) return null
  return {
    kind: 'rows',
    shape,
    columns,
    asks: 'model',
    replaces: ['model'],
    rows: (cells, { model }) => {
      const cell = (at: number | null): string => (at === null ? '' : (cells[at]?.trim() ?? ''))
      const code = own.map(cell).find(text => text !== '') ?? ''
      const found = places.filter(({ at }) => cell(at) !== '' && cell(at) !== '-')
      if (code === '' || found.length === 0)
        return [{ fault: 'It names no neighbours.', column: names[own[0] ?? 0] ?? '', found: code, tolerated: true }]
      return found.map(({ rank, at, close }) => [model ?? '', code, rank, cell(at), cell(close)])
    },
  }
}

/** Our own form where 3-digit codes stand in. */
function long(names: readonly string[]): RowLayout | null {
  const [model = -1, rank = -1, area, old, near, oldNear, closeness] = [
    'model',
    'rank',
    'area_code',
    'old_la_code',
    'sn_area_code',
    'sn_old_la_code',
    'closeness',
  ].map(name => names.indexOf(name))
  const either = (cells: readonly string[], ...places: readonly (number | undefined)[]): string =>
    places.map(at => cells[at ?? -1]?.trim() ?? '').find(text => text !== '') ?? ''
  if (!shape || model < 0 || rank < 0 || Math.max(old ?? -1, oldNear ?? -1) < 0) return null
  if (Math.max(area ?? -1, old ?? -1) < 0 || Math.max(near ?? -1, oldNear ?? -1) < 0) return null
  return {
    kind: 'rows',
    shape,
    columns,
    asks: null,
    replaces: null,
    rows: cells => [
      [
        cells[model] ?? '',
        either(cells, area, old),
        cells[rank] ?? '',
        either(cells, near, oldNear),
        cells[closeness ?? -1] ?? '',
      ],
    ],
  }
}
