/** `npm run dictionary`: writes docs/data-dictionary.md from the definitions and the model. A test says when it is stale. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMeasures } from '../src/definitions/measure.ts'
import { Engine } from '../src/engine/engine.ts'
import { day } from '../src/kit/day.ts'
import { buildModel, emptyTables, makeInCareAt, modelTables, readSettings } from '../src/model/model.ts'

const root = join(import.meta.dirname, '..')
const VIEWS = ['in_care_at', 'start_of_care', 'end_of_care', 'placement_start', 'placement_end']
const cell = (text: string): string => text.replaceAll('|', '\\|')

async function tables(): Promise<string> {
  const engine = await Engine.open()
  try {
    for (const statement of emptyTables()) await engine.run(statement)
    await buildModel(engine, readSettings())
    await makeInCareAt(engine, [day('2026-03-31')])
    const parts: string[] = []
    for (const table of [...VIEWS, ...modelTables]) {
      const columns = await engine.columns(`select * from ${table}`)
      parts.push(`### ${table}\n\n${columns.map(({ name, type }) => `\`${name}\` ${type.toLowerCase()}`).join(', ')}\n`)
    }
    return parts.join('\n')
  } finally {
    engine.close()
  }
}

function measures(): string {
  const byTheme = Map.groupBy(readMeasures(join(root, 'measures')).values(), ({ theme }) => theme)
  return [...byTheme]
    .map(([theme, list]) => {
      const rows = list.map(measure => {
        const counted =
          'counted' in measure
            ? `${measure.counted}. Of: ${measure.population}`
            : measure.kind === 'ratio'
              ? `${measure.numerator} to ${measure.denominator}`
              : `${measure.of} against ${measure.against}`
        return `| [${measure.id}](../measures/${theme}/${measure.id}.sql) | ${measure.catalogue} | ${measure.kind} | ${cell(counted)} |`
      })
      return `### ${theme}\n\n| measure | reference | kind | counted, and of whom |\n|---|---|---|---|\n${rows.join('\n')}\n`
    })
    .join('\n')
}

/** The dictionary as it should be. */
export const buildDictionary = async (): Promise<string> =>
  `# Data dictionary\n\nMade from the definitions and the model by \`npm run dictionary\`; do not edit.\n\n## Measures\n\n${measures()}\n## Tables and views a measure may read\n\n${await tables()}`

if (import.meta.main) writeFileSync(join(root, 'docs/data-dictionary.md'), await buildDictionary())
