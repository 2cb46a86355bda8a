/** `node scripts/measures.ts [id or folder…]`: reads every measure file, says what is wrong, runs their worked examples. For whoever writes measures. */
import { join } from 'node:path'
import { examplesFile, readExamples } from '../src/definitions/examples.ts'
import { readMeasures } from '../src/definitions/measure.ts'
import type { DefinitionError } from '../src/kit/error.ts'
import { runExamples } from '../src/measures/examples.ts'

const faults: DefinitionError[] = []
const all = readMeasures(join(import.meta.dirname, '../measures'), faults)
const asked = process.argv.slice(2)
const chosen = [...all.values()].filter(
  ({ id, theme, catalogue }) =>
    asked.length === 0 || asked.some(word => word === id || word === theme || catalogue.startsWith(word)),
)
for (const { where, message, fix } of faults) process.stdout.write(`${where.file}:${where.line} ${message} ${fix}\n`)
for (const measure of chosen) {
  const { missingKinds } = readExamples(examplesFile(measure.file))
  if (missingKinds.length)
    process.stdout.write(`${measure.theme}/${measure.id}: no example of ${missingKinds.join(', ')}\n`)
}
const results = await runExamples(all, chosen)
const wrong = results.filter(result => result.wrong.length > 0)
for (const result of wrong)
  process.stdout.write(`${result.measure}: ${result.title}\n${result.wrong.map(line => `    ${line}\n`).join('')}`)
process.stdout.write(
  `${chosen.length} measures, ${results.length} examples, ${wrong.length} wrong, ${faults.length} files not read\n`,
)
process.exitCode = wrong.length || faults.length ? 1 : 0
