import { type DirectionWord, directionsIn } from './change-word.ts'
import { conceptOf } from './concept.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable } from './paper.ts'
import { readNamed, sameTime } from './period-of.ts'
import { type Check, finding, inContext } from './reading.ts'
import { sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'
import { type Column, type Columns, columnsOf, OTHERS, rowOf, TARGET } from './table-row.ts'

const isValue = ({ kind }: Figure): boolean => kind !== 'date' && kind !== 'label'
const OF_SOME =
  /\b(?:of whom|of which|of these|of those|except|apart from|excluding|would|will|forecast|expected|if|had been|should|aim|boys|girls|aged|other)\b/i
const NEGATED = /\b(?:not|no longer|neither|never|no)\b|n[’']t\b/i

const say = (
  sentence: Sentence,
  kind: Finding['kind'],
  found: string,
  expected: string | null,
  why: string,
  certainty: Finding['certainty'] = 'question',
): Finding => finding(kind, sentence, { certainty, found, expected, why })

/** The columns that a sentence names by their time, in the order of time. */
const named = (sentence: Sentence, { ours }: Columns): readonly Column[] => {
  const dates = sentence.figures
    .filter(({ kind }) => kind === 'date')
    .flatMap(({ text }) => {
      const when = readNamed(text)
      return when ? [{ when, text }] : []
    })
  return ours.filter(({ header }) => {
    const own = readNamed(header)
    return dates.some(
      ({ when, text }) =>
        text.toLowerCase() === header.toLowerCase() ||
        (own !== null && sameTime(own, when)) ||
        (own?.month === 3 &&
          own.year === when.year &&
          own.month === when.month &&
          /\d{4}[-/]\d{2}/.test(text) === /\d{4}[-/]\d{2}/.test(header)),
    )
  })
}

const LAST = /\b(?:last|past|previous) (?:two|three|four|2|3|4|(?:few)) (?:years|quarters|months)\b/i
const EACH =
  /\b(?:each|every) (?:of the (?:last|past) (two|three|four|2|3|4) )?(?:years?|quarters?|months?)\b|\b(?:month on month|year on year|quarter on quarter|(?:two|three) (?:years|quarters|months) (?:running|in a row))\b/i
const MUCH: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, '2': 2, '3': 3, '4': 4 }

/** Which way, and by how much: "rose by 15 in 2024/25", "has fallen in each of the last two years". */
function moved(
  sentence: Sentence,
  columns: Columns,
  row: Row,
  words: readonly DirectionWord[],
  good: 'high' | 'low' | null,
): readonly Finding[] {
  const { text } = sentence
  const improved = /\bimprov(?:ed|ing|es|ement)\b/i.exec(text) ?? null
  const worse = /\b(?:worsen(?:ed|ing)|deteriorat(?:ed|ing))\b/i.exec(text) ?? null
  const [word] = words
  const judged = improved ?? worse
  if (word && (judged || words.some(({ way }) => way !== word.way))) return []
  const way = word?.way ?? (judged && good ? ((good === 'high') === (improved !== null) ? 'up' : 'down') : null)
  if (way === null) return []
  const when = named(sentence, columns)
  const { ours } = columns
  const each = EACH.exec(text)
  if (!each && LAST.test(text)) return []
  const count = each?.[1] ? (MUCH[each[1].toLowerCase()] ?? ours.length - 1) + 1 : ours.length
  // One time named is the end of the change; two are both its ends; none is from the column before the last.
  const since = /\bsince\b/i.test(text) && when.length === 1
  const last = since ? ours.at(-1) : (when.at(-1) ?? ours.at(-1))
  const at = last ? ours.findIndex(one => one.at === last.at) : -1
  const first = when.length >= 2 || since ? when[0] : ours[at - 1]
  const steps = each ? ours.slice(-count) : first && last ? [first, last] : []
  if (steps.length < 2 || (each && steps.length < count)) return []
  const breaks = steps.slice(1).filter(({ figure }, i) => {
    const before = steps[i]?.figure.value ?? figure.value
    return way === 'up' ? figure.value <= before : figure.value >= before
  })
  const says = steps.map(({ header, figure }) => `${figure.text} (${header})`).join(', ')
  const dated = when.length > 0 || each !== null
  if (breaks.length > 0)
    return dated
      ? [
          say(
            sentence,
            'direction of a change',
            (word?.word ?? judged?.[0]) || '',
            null,
            `The table has “${row.label}” at ${says}.`,
          ),
        ]
      : []
  const [from, to] = [steps[0]?.figure, steps.at(-1)?.figure]
  const sizes = sentence.figures.filter(isValue)
  const [size] = sizes
  if (
    !from ||
    !to ||
    !size ||
    sizes.length > 1 ||
    !/\bby (?:just |only |about )?$/i.test(text.slice(0, size.start)) ||
    size.nearness !== 'exact' ||
    when.length === 0
  )
    return []
  const real = Math.abs(to.value - from.value)
  const relative = from.value === 0 ? 0 : (100 * real) / from.value
  const slack = (from.kind === 'count' ? 0 : from.step) + (size.kind === 'count' ? 0 : size.step / 2) + 1e-6
  const points = from.kind === 'percent' && (size.kind === 'points' || size.kind === 'percent')
  const same = (size.kind === 'count' && from.kind === 'count') || points
  if (!same && !(size.kind === 'percent' && from.kind === 'count')) return []
  const fits = [...(same ? [real] : []), ...(size.kind === 'percent' ? [relative] : [])].some(
    value => Math.abs(value - size.value) <= slack,
  )
  return fits
    ? []
    : [
        say(
          sentence,
          'size of a change',
          size.text,
          sayAs(size, same ? real : relative),
          `The table has “${row.label}” at ${says}.`,
        ),
      ]
}

const ABOVE = /\b(?:above|higher than|exceed(?:s|ed|ing)?|more than|ahead of)\b/i
const BELOW = /\b(?:below|lower than|less than|fewer than|short of|behind)\b/i
const BETTER = /\b(?:better than|outperform\w*)\b/i
const WORSE = /\bworse than\b/i
const MET = /\b(?:met|meets|achieved|hit|on target|reached|within target)\b/i
const MISSED = /\b(?:missed|misses|off target|did not (?:meet|reach|hit)|has not met|not met|(?:fell|falls) short)\b/i

/** Of a time that is not the latest, and that no column is named by. */
const THEN =
  /\b(?:first|earlier|until|previously|throughout|every|each|all (?:year|quarters|months)|then|last (?:year|quarter|month)|previous|began|start of|had been|months ago|years?)\b/i
/** Of some of those that the row is of. */
const SOME = /\b(?:by|among|amongst|aged|placed|with|without|who|whose|under|over|in (?:residential|foster))\b/i

/** Against the target or the others of the same row. */
function standing(sentence: Sentence, columns: Columns, row: Row, good: 'high' | 'low' | null): readonly Finding[] {
  const { text } = sentence
  const when = named(sentence, columns)
  if (when.length === 0 && THEN.test(text)) return []
  const ours = when.length === 1 ? when[0] : when.length === 0 ? columns.ours.at(-1) : undefined
  const toTarget = TARGET.test(text)
  const others = columns.others.filter(({ header }) =>
    ['england', 'national', 'neighbour', 'region'].some(
      name =>
        new RegExp(name, 'i').test(header) &&
        new RegExp(name === 'england' || name === 'national' ? 'england|national' : name, 'i').test(text),
    ),
  )
  const theirs = toTarget
    ? others.length > 0
      ? undefined
      : columns.target
    : others.length === 1
      ? others[0]
      : undefined
  if (!ours || !theirs || theirs.figure.kind !== ours.figure.kind) return []
  const [a, b] = [ours.figure, theirs.figure]
  const claims = [ABOVE, BELOW, BETTER, WORSE, ...(toTarget ? [MET, MISSED] : [])].flatMap(of => {
    const match = of.exec(text)
    return match ? [{ of, word: match[0] }] : []
  })
  const missed = claims.find(({ of }) => of === MISSED)
  const [claim] = missed ? [missed] : claims
  if (!claim || (claims.length > 1 && !missed)) return []
  if (!missed && NEGATED.test(text)) return []
  const better = good === null || a.value === b.value ? null : a.value > b.value === (good === 'high')
  const holds =
    claim.of === ABOVE
      ? a.value > b.value
      : claim.of === BELOW
        ? a.value < b.value
        : claim.of === BETTER
          ? better
          : claim.of === WORSE
            ? better === null
              ? null
              : !better
            : good === null
              ? null
              : (good === 'high' ? a.value >= b.value : a.value <= b.value) === (claim.of === MET)
  if (holds !== false) return []
  return [
    say(
      sentence,
      'comparison',
      claim.word,
      a.value === b.value ? 'the same as' : a.value > b.value ? 'above' : 'below',
      `The table has “${row.label}” at ${a.text} (${ours.header}), and ${b.text} (${theirs.header}).`,
    ),
  ]
}

/** "Dental checks were 80% in 2024/25", where the table has 82% there. */
function value(sentence: Sentence, columns: Columns, row: Row): readonly Finding[] {
  const when = named(sentence, columns)
  const figures = sentence.figures.filter(isValue)
  const [figure] = figures
  const [column] = when
  const dates = sentence.figures.filter(({ kind }) => kind === 'date')
  if (
    !figure ||
    figures.length !== 1 ||
    !column ||
    when.length !== 1 ||
    dates.length !== 1 ||
    figure.nearness !== 'exact'
  )
    return []
  if (figure.kind !== column.figure.kind || figure.value === column.figure.value) return []
  const beyond = sentence.text.replace(new RegExp(row.label.replaceAll(/[^\w ]/g, '.'), 'i'), '')
  if (
    SOME.test(beyond) ||
    directionsIn(sentence).length > 0 ||
    TARGET.test(sentence.text) ||
    OTHERS.test(sentence.text)
  )
    return []
  const coarse = figure.step > column.figure.step && Math.abs(figure.value - column.figure.value) <= figure.step
  if (coarse || figure.value < column.figure.value / 2 || figure.value > column.figure.value * 2) return []
  const other = columns.ours.find(one => one.figure.value === figure.value)
  return [
    say(
      sentence,
      other ? 'reference period' : 'two values for one thing',
      figure.text,
      column.figure.text,
      `The table has “${row.label}” at ${column.figure.text} under ${column.header}${other ? `, and ${figure.text} under ${other.header}` : ''}.`,
    ),
  ]
}

function ofSentence(sentence: Sentence, table: Table): readonly Finding[] {
  const claims = [ABOVE, BELOW, BETTER, WORSE, MET, MISSED].some(of => of.test(sentence.text))
  const dated = sentence.figures.some(({ kind }) => kind === 'date')
  const moves = directionsIn(sentence).length > 0 || /\b(?:improv|worsen|deteriorat)/i.test(sentence.text)
  if (OF_SOME.test(sentence.text) || !(claims || dated || moves)) return []
  const row = rowOf(sentence, table)
  const columns = row ? columnsOf(table, row) : null
  if (!row || !columns) return []
  const figures = sentence.figures.filter(isValue)
  const good = conceptOf(row.label)?.good ?? null
  const said = figures.every(one => one.nearness === 'exact')
  if (!said) return []
  const told = value(sentence, columns, row)
  if (told.length > 0) return told
  // With figures of its own a sentence is read by itself; only a size, or the figures of the row, may be beside the claim.
  const own = figures.filter(
    one =>
      ![...columns.ours, ...columns.others, ...(columns.target ? [columns.target] : [])].some(
        ({ figure }) => figure.value === one.value && figure.kind === one.kind,
      ),
  )
  if (own.length > 1) return []
  const words = directionsIn(sentence)
  return own.length === 0 &&
    (ABOVE.test(sentence.text) ||
      BELOW.test(sentence.text) ||
      BETTER.test(sentence.text) ||
      WORSE.test(sentence.text) ||
      TARGET.test(sentence.text))
    ? standing(sentence, columns, row, good)
    : NEGATED.test(sentence.text)
      ? []
      : moved(sentence, columns, row, words, good)
}

/** What a sentence says of a row of a table: its value at a time, which way it went and by how much, and where it stands to a target. */
export const checkTableClaims: Check = paper => {
  const tables = paper.parts.filter(isTable)
  return [...inContext(paper)].flatMap(({ sentence }) => {
    const found = tables.flatMap(table => ofSentence(sentence, table))
    return found.slice(0, 1)
  })
}
