import exceljs from 'exceljs'

/** A cell of a sheet as Excel holds it. */
export type Cell = string | number | boolean | Date | null
export type SheetGiven = {
  readonly name: string
  readonly hidden?: boolean
  /** Rows from the first, titles and header among them. */
  readonly rows: readonly (readonly Cell[])[]
}

/** A day as Excel holds it; with hours where a time is in the cell. */
export const on = (iso: string, hours = 0): Date => new Date(Date.parse(`${iso}T00:00:00Z`) + hours * 3_600_000)

/** A workbook's bytes, its days as real Excel dates. */
export async function workbookOf(sheets: readonly SheetGiven[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  for (const { name, hidden, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' })
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value === null) return
        const cell = sheet.getCell(r + 1, c + 1)
        cell.value = value
        if (value instanceof Date) cell.numFmt = 'dd/mm/yyyy'
      })
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
