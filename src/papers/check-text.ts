import { capitalised, sayCount, sayNumber } from '../kit/text.ts'
import type { CheckedRule, CheckPlace, CheckView } from '../report/check-view.ts'
import type { TextOptions } from './text.ts'
import { type Paint, padded, painter, right, wrap } from './text-layout.ts'

const NARROWEST = 40
/** Longer lines are hard to read back from. */
const WIDEST = 100
/** Rules named for one reason before the rest are counted. */
const NAMED = 12
/** Measures named for one rule; where there are more they are counted. */
const TOUCHED = 5

const sentence = (words: string): string => (/[.?!]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`)
const where = ({ file, line, child }: CheckPlace): string =>
  `${file} line ${line}${child === null ? '' : `, child ${child}`}`

/** What a check came to, for a terminal, laid out to its width: the counts, rules by rows at fault, what was not judged or not run, and what to do next. */
export function checkText(view: CheckView, options: TextOptions): string {
  const paint = painter(options.colour)
  const width = Math.max(NARROWEST, Math.min(options.width, WIDEST))
  return [
    ...head(view, width, paint),
    ...found(view, width, paint),
    ...notJudged(view, width, paint),
    ...notRun(view, width, paint),
    ...next(view, width, paint),
    '',
  ].join('\n')
}

function head(view: CheckView, width: number, paint: Paint): readonly string[] {
  const { counts } = view
  const council = view.authority === null ? '' : ` (${view.authority})`
  const title = `Check of the return ${view.year}${council}, ${view.whole ? 'the whole year' : `a part year, complete to ${view.asAtText}`}`
  const result =
    counts.found === 0
      ? paint.green(`Nothing at fault in what was judged.`)
      : `${paint.red(sayCount(counts.found, 'finding'))}${counts.children ? ` about ${sayCount(counts.children, 'child', 'children')}` : ''}.`
  const line = (n: number, words: string): readonly string[] =>
    wrap(words, width - 8).map((part, i) => `${right(i === 0 ? sayNumber(n) : '', 7)} ${part}`)
  return [
    ...wrap(title, width).map(paint.bold),
    '',
    result,
    `Of ${sayCount(counts.inForce, 'rule')} in force:`,
    ...line(counts.run, 'ran'),
    ...line(counts.notRun, 'did not run'),
    ...line(
      counts.couldNotJudge,
      counts.couldNotJudge === 0
        ? 'could not judge a row'
        : `ran and could not judge all rows: ${sayCount(counts.unjudged, 'row')} in all`,
    ),
  ]
}

/** A column of codes as wide as the longest, and one of numbers. */
const columnsFor = (rules: readonly { readonly rule: string }[]): number =>
  Math.max(4, ...rules.map(({ rule }) => rule.length))
const NUMBER = 7

function found(
  { rules, counts, effectsOn, figuresOf, notMeasured }: CheckView,
  width: number,
  paint: Paint,
): readonly string[] {
  const own = rules.filter(({ rows }) => rows > 0)
  if (own.length === 0) return []
  const code = columnsFor(own)
  const indent = ' '.repeat(code + NUMBER + 3)
  const isIdle = ({ effect, figures }: CheckedRule): boolean =>
    effectsOn ? effect?.moved.length === 0 : figuresOf !== null && figures.length === 0
  const under = (words: string): readonly string[] => {
    const idle = own.filter(isIdle)
    const whose = idle.length === 1 ? 'this rule' : `these ${sayCount(idle.length, 'rule')}`
    return idle.length ? ['', ...wrap(`${words} ${whose}`, width).map(paint.bold), '', ...idle.flatMap(lines)] : []
  }
  const twinOf = ({ sameAs }: CheckedRule): CheckedRule | undefined => own.find(({ rule }) => rule === sameAs)
  const lines = (rule: CheckedRule): readonly string[] => {
    const [first = '', ...rest] = wrap(sentence(rule.says), width - indent.length)
    const place = [
      rule.first ? `${rowsOf(rule, rule.first)}: look at ${rule.fields.join(', ')}.` : '',
      sayTouches(rule),
    ]
      .filter(Boolean)
      .join(' ')
    return [
      `${paint.bold(padded(rule.rule, code))} ${right(sayNumber(rule.rows), NUMBER)}  ${first}`,
      ...rest.map(part => `${indent}${part}`),
      ...wrap(place, width - indent.length).map(part => `${indent}${paint.dim(part)}`),
      ...effectLines(rule, twinOf(rule)).flatMap(line =>
        wrap(line, width - indent.length).map(part => `${indent}${part}`),
      ),
      ...wrap(sayFix(rule), width - indent.length).map(part => `${indent}${paint.green(part)}`),
    ]
  }
  return [
    '',
    paint.bold(
      `Found by ${sayCount(own.length, 'rule')}, ${effectsOn ? 'those that could move the scorecard furthest first' : figuresOf !== null ? 'those whose cells feed most figures of the scorecard first, then most rows' : counts.found === own.length ? 'one row each' : 'most rows first'}`,
    ),
    ...(notMeasured === null
      ? []
      : wrap(`How far they could move the scorecard is not measured: ${notMeasured}`, width)),
    ...(figuresOf === null ? [] : wrap(figuresOf, width)),
    ...(effectsOn ? wrap(`${effectsOn.scorecard}, ${effectsOn.atText}`, width) : []),
    '',
    paint.dim(`${padded('Rule', code)} ${right('Rows', NUMBER)}  What it says`),
    ...own.filter(rule => !isIdle(rule)).flatMap(lines),
    ...under(
      effectsOn
        ? 'No figure of the scorecard hangs on the rows of'
        : figuresOf !== null
          ? 'No figure of the scorecard is fed by the cells of'
          : '',
    ),
  ]
}

/** Where a rule’s rows begin, or which rule above found the very same. */
const rowsOf = ({ rows, sameAs }: CheckedRule, first: CheckPlace): string =>
  sameAs === null ? `First: ${where(first)}` : `The same ${rows === 1 ? 'row' : 'rows'} as rule ${sameAs}`

/** The fix of a rule’s rows, where one is certain: the only one, or how many and the first. */
function sayFix({ rows, fixes, firstFix }: CheckedRule): string {
  if (firstFix === null) return ''
  const { field, from, to, at } = firstFix
  const first = `${field} ${to} in place of ${from ?? 'blank'} (${at.file} line ${at.line})`
  if (fixes === 1) return `A fix is certain${rows === 1 ? '' : ' for 1'}: ${first}.`
  return `A fix is certain for ${fixes === rows ? 'all' : sayNumber(fixes)}, first: ${first}.`
}

/** Figures named for one rule before the rest are counted. */
const MOVED = 2

/** What a rule could do to the scorecard: the figures that it could move furthest, unless the rule that found the same rows said so. */
const effectLines = ({ effect }: CheckedRule, twin: CheckedRule | undefined): readonly string[] => {
  if (effect === null || effect.moved.length === 0) return []
  const said = effect.moved.map(({ says }) => says).join()
  if (twin?.effect?.moved.map(({ says }) => says).join() === said)
    return [`It could move the same as rule ${twin.rule}.`]
  const more = effect.moved.length - MOVED
  return [
    ...effect.moved.slice(0, MOVED).map(({ says }) => sentence(says)),
    ...(more > 0 ? [`It could move ${sayCount(more, 'more figure')}.`] : []),
  ]
}

/** Figures of the scorecard by their numbers and measures by their references where they are few, else how many. */
function sayTouches({ touches, figures }: CheckedRule): string {
  if (touches.length === 0) return ''
  const all = touches.length > TOUCHED ? sayCount(touches.length, 'measure') : touches.join(', ')
  if (figures.length === 0) return `Touches ${all}.`
  const own = figures.length > TOUCHED ? sayCount(figures.length, 'figure') : figures.join(', ')
  return `Touches ${own} of the scorecard; ${sayNumber(touches.length)} in all.`
}

/** The first few of a list, and how many more. */
const some = (names: readonly string[], most: number): string =>
  names.length > most + 1
    ? `${names.slice(0, most).join(', ')} and ${sayNumber(names.length - most)} more`
    : names.join(', ')

function notJudged({ unjudgedGroups, counts }: CheckView, width: number, paint: Paint): readonly string[] {
  if (unjudgedGroups.length === 0) return []
  const indent = ' '.repeat(NUMBER + 2)
  return [
    '',
    paint.bold(`Could not be judged: ${sayCount(counts.unjudged, 'row')}`),
    ...wrap('A rule could not tell whether these are at fault; the rest of each table was judged.', width),
    '',
    ...unjudgedGroups.flatMap(({ why, rows, rules, first }) => [
      ...wrap(sentence(why), width - indent.length).map(
        (part, i) => `${right(i === 0 ? sayNumber(rows) : '', NUMBER)}  ${i === 0 ? paint.amber(part) : part}`,
      ),
      ...wrap(
        `${rules.length === 1 ? 'Rule' : 'Rules'} ${some(rules, NAMED)}. First: ${where(first)}.`,
        width - indent.length,
      ).map(part => `${indent}${paint.dim(part)}`),
    ]),
  ]
}

function notRun({ notRun, counts }: CheckView, width: number, paint: Paint): readonly string[] {
  if (notRun.length === 0) return []
  const indent = ' '.repeat(NUMBER + 2)
  return [
    '',
    paint.bold(`Did not run: ${sayCount(counts.notRun, 'rule')}`),
    '',
    ...notRun.flatMap(({ why, rules }) => [
      ...wrap(sentence(capitalised(why)), width - indent.length).map(
        (part, i) => `${right(i === 0 ? sayNumber(rules.length) : '', NUMBER)}  ${i === 0 ? paint.amber(part) : part}`,
      ),
      ...wrap(
        `${rules.length === 1 ? 'Rule' : 'Rules'} ${some(
          rules.map(({ rule }) => rule),
          NAMED,
        )}.`,
        width - indent.length,
      ).map(part => `${indent}${paint.dim(part)}`),
    ]),
  ]
}

/** The rule that matters most, where effects or the figures touched tell which it is. */
function mendFirst([rule]: readonly CheckedRule[]): readonly string[] {
  if (!rule || rule.rows === 0) return []
  const rows = `Mend the ${sayCount(rule.rows, 'row')} of rule ${rule.rule} first: `
  const moved = rule.effect?.moved ?? []
  if (moved.length) {
    const more = moved.length > 1 ? `, and ${sayCount(moved.length - 1, 'more figure')}` : ''
    return [
      `${rows}no rule could move a figure of the scorecard further (${moved[0]?.number ?? moved[0]?.title}${more}).`,
    ]
  }
  return rule.effect === null && rule.figures.length
    ? [`${rows}its cells feed ${sayCount(rule.figures.length, 'figure')} of the scorecard.`]
    : []
}

/** What to do, in the order of what it brings. */
function next({ counts, notRun, rules }: CheckView, width: number, paint: Paint): readonly string[] {
  const cures = notRun.flatMap(({ cure, rules }) =>
    cure === null ? [] : [`${capitalised(cure)}: ${sayCount(rules.length, 'more rule')} can run.`],
  )
  const steps = [
    ...(counts.found
      ? [
          ...mendFirst(rules),
          'See every row, by rule and by child, in a workbook for those who mend them: add --to check.xlsx.',
          ...(counts.fixes === null ? ['Add --fixes to look for fixes that are certain.'] : []),
          ...(counts.fixes
            ? [
                `Start with the ${sayCount(counts.fixes, 'finding')} for which a fix is certain: it clears the finding and makes no other.`,
              ]
            : []),
        ]
      : []),
    ...(counts.unjudged ? ['Fill in or mend the cells for which a row could not be judged, and check again.'] : []),
    ...cures,
  ]
  if (steps.length === 0) return []
  return [
    '',
    paint.bold('What to do next'),
    '',
    ...steps.flatMap((words, i) => {
      const mark = `${i + 1}. `
      return wrap(words, width - mark.length).map((part, n) => `${n === 0 ? mark : ' '.repeat(mark.length)}${part}`)
    }),
  ]
}
