import type { Finding } from './finding.ts'
import { isTable, type Paper } from './paper.ts'
import { type Check, finding, inContext } from './reading.ts'
import { readSentence } from './sentence.ts'

const PER = /\bper (?:10,000|10 000|10k|1,000|100,000|ten thousand)\b|\b10k\b/i
const COUNTED =
  /\b(?:children|people|pupils|carers|cases|reviews|placements|visits) (?:who|that|in|with|have|had|were|are)\b/i

/** Percentages that a sentence gives as rates: "a rate of 105.9% per 10,000". Not those that are the size of a change. */
function sentenceFindings(paper: Paper): readonly Finding[] {
  return [...inContext(paper)].flatMap(({ sentence }) => {
    const { text, figures } = sentence
    if (!PER.test(text)) return []
    const rate = /\brates?\b/i.exec(text)
    return figures.flatMap(figure => {
      if (figure.kind !== 'percent') return []
      const before = text.slice(0, figure.start)
      const after = text.slice(figure.end, figure.end + 45)
      if (
        /\b(?:by|up|down|(?:rise|fall|increase|decrease|reduction|growth|change) of|or|target of)\s*(?:about |around )?$/i.test(
          before,
        )
      )
        return []
      if (
        /^\s*(?:increase|reduction|rise|fall|decrease|higher|lower|above|below|more|less|of (?:the|our|these|those|all|children))\b/i.test(
          after,
        ) ||
        /\($/.test(before)
      )
        return []
      const beside = /^[^⟦⟧;.]{0,20}\bper (?:10|ten|1,0)/i.test(after) || /\bto [\d.]+% per (?:10|ten)/i.test(after)
      const said =
        rate !== null &&
        rate.index < figure.start &&
        !COUNTED.test(text.slice(rate.index, figure.start)) &&
        !/[;]|, (?:and|but|while) /.test(text.slice(rate.index + 5, figure.start))
      if (!beside && !said) return []
      return [
        finding('rate printed as a percentage', sentence, {
          certainty: 'wrong',
          found: figure.text,
          expected: `${figure.text.replace(/ ?(?:%|per ?cent)/i, '')} per 10,000`,
          why: 'A rate per 10,000 is a number and no percentage.',
        }),
      ]
    })
  })
}

/** Cells of a row or column of rates that have a percent sign. */
function cellFindings(paper: Paper): readonly Finding[] {
  return paper.parts.flatMap(part => {
    if (!isTable(part)) return []
    return part.rows.flatMap(row =>
      row.cells.flatMap(({ figure, text }, i) => {
        const header = part.headers[i] ?? ''
        const rate = PER.test(row.label) || (PER.test(header) && !/%/.test(header))
        if (figure?.kind !== 'percent' || !rate || /change|difference|%/i.test(header) || /%|change/i.test(row.label))
          return []
        const sentence = readSentence(row.text, row)
        return [
          finding('rate printed as a percentage', sentence, {
            certainty: 'wrong',
            found: text,
            expected: text.replace('%', '').trim(),
            why: 'The row or column is of rates, which are no percentages.',
          }),
        ]
      }),
    )
  })
}

const OTHER_AGES =
  /\b(?:looked after|in (?:our )?care|children in care)\b[\s\S]*\b(?:per 10,000|10,000)[^.]{0,20}\b(?!0)(\d{1,2})\s?[-–]\s?17\b/i

/** The rate of children in care is published per 10,000 aged 0 to 17 (DfE, children looked after): any other age is asked about. */
function ageFindings(paper: Paper): readonly Finding[] {
  return [...inContext(paper)].flatMap(({ sentence, before }) => {
    const said = `${before.at(-1)?.text ?? ''} ${sentence.text}`
    const ages = OTHER_AGES.exec(said)
    if (!ages || !PER.test(sentence.text) || /offend|missing|remand|convict/i.test(said)) return []
    return [
      finding('reference period', sentence, {
        certainty: 'question',
        found: `${ages[1]}-17 population`,
        expected: '0 to 17',
        why: 'The rate of children in care is per 10,000 of all children under 18.',
      }),
    ]
  })
}

export const checkRates: Check = paper => [...sentenceFindings(paper), ...cellFindings(paper), ...ageFindings(paper)]
