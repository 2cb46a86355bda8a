import type { Shown } from '../disclosure/shown.ts'
import { sayCount } from '../kit/text.ts'
import { type EditionFigure, type EditionRow, heldAgainst } from '../papers/proof/against.ts'
import type { Finding } from '../papers/proof/finding.ts'
import { readPaperFile } from '../papers/proof/paper-file.ts'
import { type Proof, proofRead } from '../papers/proof/proof.ts'
import type { RowView } from '../report/scorecard-view.ts'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'
import { eachFile } from './each-file.ts'
import { editionOf } from './edition.ts'
import { openEdition } from './frozen-papers.ts'

/** `recognised`: sentences and rows of tables that name a measure of the edition they were held against. */
type Read = Proof & { readonly file: string; readonly recognised?: number }

const byPlace = ({ where: a }: Finding, { where: b }: Finding): number =>
  (a.page ?? 0) - (b.page ?? 0) || a.line - b.line

/** Every row of an edition's scorecard with its figures, as the board may see them: what is hidden is held against nothing and told to nobody. */
async function rowsOfEdition(home: string, number: number): Promise<readonly EditionRow[]> {
  const { scorecards } = await openEdition(home, number)
  return scorecards.board.themes.flatMap(({ rows }) => rows).flatMap(rowOf)
}

function rowOf(row: RowView): readonly EditionRow[] {
  const figure = (what: string, shown: Shown | null | undefined, period: string): readonly EditionFigure[] =>
    shown?.kind === 'number'
      ? [
          {
            what,
            text: `${shown.text}${row.unit === '%' && !shown.text.includes('%') && !shown.text.includes(' of ') ? '%' : ''}`,
            period,
          },
        ]
      : []
  const { latest, prior, target, comparison } = row
  const [now] = figure('value', latest.figure, latest.period)
  if (!now) return []
  return [
    {
      title: row.title,
      names: [row.title, row.alias, row.number].filter(name => name !== null),
      latest: now,
      figures: [
        now,
        ...[...row.trend, ...(prior ? [prior] : [])].flatMap(one => figure('value', one.figure, one.period)),
        ...figure('numerator', latest.numerator, latest.period),
        ...figure('denominator', latest.denominator, latest.period),
        ...figure('target', target?.value, ''),
        ...(comparison?.comparators ?? []).flatMap(one => figure(one.label, one.figure, one.periodText)),
      ],
    },
  ]
}

const sayPlace = ({ page, line }: Finding['where']): string =>
  page === null ? `line ${line}` : `page ${page}, line ${line}`

const sayFinding = ({ kind, certainty, where, sentence, found, expected, why }: Finding): string =>
  [
    `${sayPlace(where)}  ${certainty === 'wrong' ? 'Wrong' : 'Question'}: ${kind}`,
    `    “${sentence}”`,
    `    ${found}${expected === null ? '' : certainty === 'wrong' ? `, which should be ${expected}` : `; ${expected}?`}. ${why}`,
  ].join('\n')

function sayFile({ file, findings, sentences, tables, recognised }: Read): string {
  const wrong = findings.filter(({ certainty }) => certainty === 'wrong').length
  const read = `${sayCount(sentences, 'sentence with figures', 'sentences with figures')} and ${sayCount(tables, 'table')} read${recognised === undefined ? '' : `, ${sayCount(recognised, 'sentence or row', 'sentences and rows')} held against the edition`}`
  if (findings.length === 0) return `${file}: nothing found that does not hold (${read}).\n`
  const asked = findings.length - wrong
  return `${file}: ${wrong} wrong, ${sayCount(asked, 'question')} (${read})\n\n${findings.map(sayFinding).join('\n\n')}\n`
}

/** `hearth proof`: lists figures of board papers that do not hold, from their own text alone. */
export const proofCommand: Command = program =>
  program
    .command('proof')
    .description('read board papers that anyone wrote and list figures that do not hold')
    .argument('<file...>', 'Word (.docx), PDF, HTML or plain text')
    .option('--against <edition>', 'also hold each figure that is known by its title or number against an edition')
    .addHelpText(
      'after',
      '\nExample:\n  hearth proof board-report.docx\n\nNothing but the text is looked at (and the edition that is named), and it is sent nowhere. "Wrong" is what the text contradicts itself; a question is for you to\ndecide. Ends with 1 where anything is wrong.',
    )
    .action(async (paths: readonly string[], { against }: { readonly against?: string }, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const rows = against === undefined ? null : await rowsOfEdition(home, editionOf(against))
      const { read, faults } = await eachFile(paths, async (file): Promise<Read> => {
        const blocks = await readPaperFile(file)
        const proof = proofRead(blocks)
        const held = rows && heldAgainst(blocks, rows)
        return {
          file: file.replaceAll('\\', '/'),
          ...proof,
          findings: [...proof.findings, ...(held?.findings ?? [])].toSorted(byPlace),
          ...(held ? { recognised: held.recognised } : {}),
        }
      })
      process.stdout.write(
        json
          ? `${JSON.stringify({ files: read.map(({ file, findings }) => ({ file, findings })) })}\n`
          : read.map(sayFile).join('\n'),
      )
      if (faults[0]) throw faults[0]
      if (read.some(({ findings }) => findings.some(({ certainty }) => certainty === 'wrong'))) process.exitCode = 1
    })
