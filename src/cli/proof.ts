import { UserError } from '../kit/error.ts'
import { sayCount } from '../kit/text.ts'
import type { Finding } from '../papers/proof/finding.ts'
import { readPaperFile } from '../papers/proof/paper-file.ts'
import { type Proof, proofRead } from '../papers/proof/proof.ts'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'

type Read = Proof & { readonly file: string }

const sayPlace = ({ page, line }: Finding['where']): string =>
  page === null ? `line ${line}` : `page ${page}, line ${line}`

const sayFinding = ({ kind, certainty, where, sentence, found, expected, why }: Finding): string =>
  [
    `${sayPlace(where)}  ${certainty === 'wrong' ? 'Wrong' : 'Question'}: ${kind}`,
    `    “${sentence}”`,
    `    ${found}${expected === null ? '' : certainty === 'wrong' ? `, which should be ${expected}` : `; ${expected}?`}. ${why}`,
  ].join('\n')

function sayFile({ file, findings, sentences, tables }: Read): string {
  const wrong = findings.filter(({ certainty }) => certainty === 'wrong').length
  const read = `${sayCount(sentences, 'sentence with figures', 'sentences with figures')} and ${sayCount(tables, 'table')} read`
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
    .addHelpText(
      'after',
      '\nExample:\n  hearth proof board-report.docx\n\nNothing but the text is looked at, and it is sent nowhere. "Wrong" is what the text contradicts itself; a question is for you to\ndecide. Ends with 1 where anything is wrong.',
    )
    .action(async (paths: readonly string[], _options: object, command) => {
      const { json } = command.optsWithGlobals() as Globals
      const read: Read[] = []
      const faults: UserError[] = []
      for (const file of paths) {
        try {
          read.push({ file: file.replaceAll('\\', '/'), ...proofRead(await readPaperFile(file)) })
        } catch (error) {
          // The other papers are read all the same.
          if (!(error instanceof UserError)) throw error
          faults.push(error)
        }
      }
      process.stdout.write(
        json
          ? `${JSON.stringify({ files: read.map(({ file, findings }) => ({ file, findings })) })}\n`
          : read.map(sayFile).join('\n'),
      )
      if (faults[0]) throw faults[0]
      if (read.some(({ findings }) => findings.some(({ certainty }) => certainty === 'wrong'))) process.exitCode = 1
    })
