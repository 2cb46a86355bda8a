import { writeFile } from 'node:fs/promises'

/** A file of comma-separated values in a Windows council's form: CRLF, quotes only where they are needed. */
export const csvText = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  let text = `${header.map(quoted).join(',')}\r\n`
  for (const row of rows) text += `${row.map(quoted).join(',')}\r\n`
  return text
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** Writes text as UTF-8, or byte for byte as Windows-1252 where all of it fits in Latin-1. */
export const writeText = (file: string, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Promise<void> =>
  writeFile(file, text, encoding)
