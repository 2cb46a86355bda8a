import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { audiences } from '../disclosure/shown.ts'
import { keywordsOf } from '../files/keywords.ts'
import { UserError } from '../kit/error.ts'
import { sayCount } from '../kit/text.ts'
import { readMark } from '../papers/paper/file-mark.ts'
import { paperAs, paperFormats } from '../papers/paper/formats.ts'
import type { Paper } from '../papers/paper/paper.ts'
import { asEdition } from '../papers/paper/watermark.ts'
import { type PaperLine, paperLines } from '../papers/verify/paper-lines.ts'
import { type Unproven, type Verified, verifyPaper, withoutRunning } from '../papers/verify/verify.ts'
import { type Globals, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { eachFile } from './each-file.ts'
import { editionOf } from './edition.ts'
import { frozenPaper } from './frozen-papers.ts'

type Options = { readonly edition?: string; readonly template?: string; readonly audience?: string }
type Read = Verified & {
  readonly file: string
  readonly edition: number
  readonly template: string
  readonly audience: string
}

/** The edition, template and audience of a file: as asked, else as it says itself. Throws HEARTH-1707. */
async function paperOf(disk: string, options: Options): Promise<Omit<Read, keyof Verified | 'file'>> {
  const size = (await stat(disk).catch(() => null))?.size ?? 0
  const mark = size === 0 ? null : readMark(await keywordsOf(disk.replaceAll('\\', '/'), disk, size))
  const edition = options.edition === undefined ? mark?.edition : editionOf(options.edition)
  const template = options.template ?? mark?.template
  const audience = options.audience ?? mark?.audience
  if (size > 0 && (edition === undefined || edition === null || template === undefined || audience === undefined))
    throw new UserError(
      'HEARTH-1707',
      `${disk} does not say which edition it is of${mark?.edition === null ? ': it was made of live figures' : ''}.`,
      'Say it: --edition 3 --template council-report --audience board. A paper that Hearth did not make is read by `hearth proof --against 3`.',
      { file: disk },
    )
  return { edition: edition ?? 0, template: template ?? '', audience: wordOf('audience', audience ?? '', audiences) }
}

/** The text that an edition makes in the format of a file. */
async function linesOfEdition(paper: Paper, ending: string): Promise<readonly PaperLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-verify-'))
  try {
    const file = join(folder, `edition${ending}`)
    await writeFile(file, await paperAs(paper, wordOf('paper', ending.slice(1), paperFormats)))
    return await paperLines(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const steps = ['draft', 'approved', 'published'] as const

/** How far the edition was when the paper was made of it, as the paper says. */
function statusIn(lines: readonly PaperLine[], number: number): NonNullable<Paper['edition']>['status'] | null {
  const text = lines.map(line => line.text).join(' ')
  if (text.includes(`Draft of edition ${number}`)) return 'draft'
  return (['published', 'approved'] as const).find(status => text.includes(`Edition ${number}, ${status}`)) ?? null
}

async function verify(home: string, disk: string, options: Options): Promise<Read> {
  const of = await paperOf(disk, options)
  const lines = await paperLines(disk)
  const frozen = await frozenPaper(home, of.edition, of.template, of.audience)
  const status = statusIn(lines, of.edition)
  // A paper made before a step was taken says an earlier one; none may say a later one.
  const reached = frozen.edition?.status ?? 'draft'
  if (status !== null && steps.indexOf(status) > steps.indexOf(reached))
    throw new UserError(
      'HEARTH-1709',
      `${disk} says that edition ${of.edition} is ${status}; it is ${reached === 'draft' ? 'a draft' : `only ${reached}`}.`,
      'Find out who changed the file, or which home it was made from. `hearth edition list` says who did what to the edition.',
      { file: disk },
    )
  const paper = status === null ? frozen : asEdition(frozen, { number: of.edition, status })
  const edition = await linesOfEdition(paper, extname(disk).toLowerCase())
  return {
    file: disk.replaceAll('\\', '/'),
    ...of,
    ...verifyPaper(paper, withoutRunning(edition, paper), withoutRunning(lines, paper)),
  }
}

function sayUnproven({ kind, where, paper, edition, sentence, figures }: Unproven): string {
  const place =
    where === null
      ? 'at its end'
      : where.page === null
        ? `line ${where.line}`
        : `page ${where.page}, line ${where.line}`
  const codes = figures.map(({ code, measure, part, period }) => `${code} (${measure}, ${part}, ${period})`)
  return [
    `${place}  ${kind === 'changed' ? `“${paper}” where the edition has “${edition}”` : kind === 'added' ? `“${paper}” is not in the edition` : `“${edition}” of the edition is not there`}`,
    `    ${sentence}`,
    ...(codes.length ? [`    ${codes.join('; ')}`] : []),
  ].join('\n')
}

const sayRead = ({ file, edition, template, audience, figures, hold, unproven, wordsChanged }: Read): string =>
  [
    `${file}: ${template} of edition ${edition} for ${audience}. ${hold === figures && unproven.length === 0 ? `All ${figures} figures that it prints are as the edition froze them` : `${hold} of ${figures} figures are as the edition froze them; ${sayCount(unproven.length, 'place')} to look at`}.${wordsChanged ? ` Words alone differ in ${sayCount(wordsChanged, 'place')}.` : ''}`,
    ...unproven.map(sayUnproven),
    '',
  ].join('\n')

/** `hearth verify`: holds papers against the editions they were made of, figure by figure. */
export const verifyCommand: Command = program =>
  program
    .command('verify')
    .description('prove that the figures of a paper are those of its edition, even if somebody edited it')
    .argument('<file...>', `papers that \`hearth paper --edition\` made: ${paperFormats.join(', ')}`)
    .option('--edition <number>', 'the edition; absent: the one that the file says it is of')
    .option('--template <name>', 'the template, where the file does not say')
    .option('--audience <who>', 'for whom, where the file does not say')
    .addHelpText(
      'after',
      '\nExample:\n  hearth verify report.docx report.pdf\n\nWhat can be read in the file is held against what its edition makes in the same format. Pictures of charts in Word and slides are not\nread; the data under them are. Formats do not print the same number of figures: each is held against its own. Ends with 1 where a figure was\nchanged, added or taken out.',
    )
    .action(async (paths: readonly string[], options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const { read, faults } = await eachFile(paths, path => verify(home, path, options))
      process.stdout.write(json ? `${JSON.stringify({ files: read })}\n` : read.map(sayRead).join('\n'))
      if (faults[0]) throw faults[0]
      if (read.some(({ unproven }) => unproven.length > 0)) process.exitCode = 1
    })
