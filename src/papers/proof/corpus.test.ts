import { expect, test } from 'vitest'
import { blocksOfLines } from '../../files/plain-text.ts'
import { readCorpus } from './corpus.fixture.ts'
import { proofRead } from './proof.ts'

const papers = readCorpus(['corpus-1.txt', 'corpus-2.txt', 'corpus-3.txt']).map(paper => ({
  ...paper,
  findings: proofRead(blocksOfLines(paper.lines)).findings,
}))
const count = (is: 'slip' | 'sound'): number =>
  papers.flatMap(({ lines }) => lines).filter(line => line.is === is).length

test('the corpus is thirty papers with sixty slips and two hundred sound sentences at least', () => {
  expect(papers).toHaveLength(30)
  expect(count('slip')).toBeGreaterThanOrEqual(60)
  expect(count('sound')).toBeGreaterThanOrEqual(200)
})

test('nineteen findings of twenty are slips, and nine slips of ten are found', () => {
  const alarms = papers.flatMap(({ name, lines, findings }) =>
    findings.map(({ where, why, sentence }) => ({
      name,
      why,
      sentence,
      true: lines.find(({ line }) => line === where.line)?.is === 'slip',
    })),
  )
  const misses = papers.flatMap(({ name, lines, findings }) =>
    lines
      .filter(({ is, line }) => is === 'slip' && !findings.some(({ where }) => where.line === line))
      .map(({ text }) => `${name}: ${text}`),
  )
  const precision = alarms.filter(one => one.true).length / alarms.length
  const recall = 1 - misses.length / count('slip')
  console.info(
    `precision ${(100 * precision).toFixed(1)}%, recall ${(100 * recall).toFixed(1)}% of ${count('slip')} slips among ${count('sound')} sound sentences`,
    { falseAlarms: alarms.filter(one => !one.true), misses },
  )
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})
