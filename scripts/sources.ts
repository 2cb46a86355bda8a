/** `npm run sources-doc`: writes docs/files.md, every file that Hearth reads besides the return, from returns/. A test says when it is stale. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ColumnShape, type Family, type FileShape, fileShapes } from '../src/model/file-shape.ts'

const families: Readonly<Record<Family, { readonly title: string; readonly says: string }>> = {
  local: {
    title: 'The council’s own extracts',
    says: 'CSV, one file a kind, its columns named as here. A code is written exactly as listed.',
  },
  'annex-a': {
    title: 'Ofsted’s lists (Annex A)',
    says: 'A workbook with a sheet for each list (`List 8`, `List 8 CLA`), or one CSV a list (`Annex A List 8.csv`, `list8_2026-10-31.csv`). The headers and codes are Ofsted’s, with the variants met in practice: `Child Unique ID` or `Identifier`, `a) WBRI`, `C1: ICO`, `a) Yes`. The names below are what Hearth calls the columns; a file may use those too. A hidden sheet is not read. The names of workers are not kept.',
  },
  ssd: {
    title: 'The Standard Safeguarding Dataset',
    says: 'CSV, one file a table, its columns named as in the dataset. One table alone may be given. `SSD_PH`, `PLACEHOLDER_DATA` and 1 January 1900 are blanks. Names, addresses in words and free text are not kept.',
  },
  reference: {
    title: 'Reference files',
    says: 'CSV or a sheet of a workbook. Some are also read as others publish them: [the files Hearth reads](guides/files.md).',
  },
}

const kinds: Readonly<Record<ColumnShape['kind'], string>> = {
  text: 'text',
  child: 'id of a child',
  name: 'name in lower_snake_case',
  code: 'code',
  postcode: 'postcode',
  day: 'day',
  years: 'year as 2025/26',
  period: 'year or day',
  integer: 'whole number',
  number: 'number',
  figure: 'number or symbol',
  yes_no: 'yes or no',
}

/** How the rows of a kind stand in time: what a new file replaces, and what days it speaks for. */
function timeOf({ time, asAt, oldest, withinMonth, months, limited, happened }: FileShape): string {
  if (time === 'merge') return 'adds; replaces rows that are the same'
  if (time === 'whole') return 'replaces the earlier file; speaks for any day'
  if (time === 'snapshot')
    return `picture of ${asAt ? `\`${asAt}\`` : 'the extract date'}, used for ${oldest} days at most${withinMonth ? ' and never after its month' : ''}`
  const reach =
    months >= 1200
      ? 'speaks for any day up to the extract date'
      : `speaks for ${limited ? 'the' : 'at least'} ${months} months before the extract date`
  return `events${happened ? `, by \`${happened}\`` : ''}; replaces the earlier file; ${reach}`
}

const same = ({ key }: FileShape): string => key.map(name => `\`${name}\``).join(', ') || 'every column'

function columnOf(name: string, { kind, codes, needed, least, above, most }: ColumnShape): string {
  const kept = codes ? [...new Set(codes.values())] : []
  const range = [least !== null && `from ${least}`, above !== null && `above ${above}`, most !== null && `to ${most}`]
    .filter(Boolean)
    .join(' ')
  const holds = kept.length ? kept.join(', ') : [kinds[kind], range].filter(Boolean).join(' ')
  const must = needed === 'always' ? '**' : ''
  return `${must}\`${name}\`${must} (${holds}${needed !== null && needed !== 'always' ? '; needed in some rows' : ''})`
}

const shapeText = (shape: FileShape): string =>
  `### ${shape.stem}\n\n${shape.rows}.${shape.also.length ? ` Also named: ${shape.also.map(name => `\`${name}\``).join(', ')}.` : ''}\n\n${Object.entries(
    shape.columns,
  )
    .map(([name, column]) => columnOf(name, column))
    .join(' · ')}\n`

function familyText(family: Family): string {
  const { title, says } = families[family]
  const own = fileShapes().filter(shape => shape.family === family)
  const rows = own.map(
    shape => `| [${shape.stem}](#${shape.stem}) | ${shape.rows} | ${timeOf(shape)} | ${same(shape)} |`,
  )
  return `## ${title}\n\n${says}\n\n| file | holds | event or picture | rows are the same by |\n|---|---|---|---|\n${rows.join('\n')}\n\n${own.map(shapeText).join('\n')}`
}

/** The page as it should be. */
export const buildSources = (): string => `# Every file besides the return

Made from \`returns/\` by \`npm run sources-doc\`; do not edit. The return itself and files as others publish them: [the files Hearth reads](guides/files.md). \`hearth sources\` shows which are here and which measures each feeds.

- **How a file is named.** The name of its kind, then nothing or \`_\`, \`-\`, \`.\` or a space and whatever you like: \`visits.csv\`, \`Visits_2026-06-30.csv\`, \`visits-north.csv\`. Letter case does not matter. Parts of one kind given together are joined.
- **Up to when it is complete.** A day in the name (\`visits_2026-06-30.csv\`) or \`--extract-date\`; without either the last day in it is taken, with a finding.
- **Events** are a history: a new file replaces all earlier rows of its kind and council, so send all that is held. An event after the extract date is left out. **A picture** says how things stand on one day, and stands beside the pictures of other days.
- **Rows that are the same** by the columns named count once; where they differ, the last stands.
- **Columns** in bold must be there and be filled in every row, or the row is set aside. The others may be left out or blank: blank is not known, never no or nought. Any order, any letter case, a space or hyphen for \`_\`. Columns that are not listed are not used, and said.
- **A code in no list** is taken as not known, and said; in a column in bold it sets the row aside.

${(['local', 'annex-a', 'ssd', 'reference'] as const).map(familyText).join('\n')}`

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/files.md'), buildSources())
