import { expect, test } from 'vitest'
import { blocksOfLines } from '../../files/plain-text.ts'
import { readCorpus } from './corpus.fixture.ts'
import { proofRead } from './proof.ts'

/** How many findings stand on a line with a slip, and how many slips are found. A slip told on another line counts against both. */
function score(file: string) {
  const papers = readCorpus([file]).map(({ lines }) => ({
    lines,
    findings: proofRead(blocksOfLines(lines)).findings,
  }))
  const lines = papers.flatMap(paper => paper.lines)
  const findings = papers.reduce((sum, paper) => sum + paper.findings.length, 0)
  const onSlips = papers.flatMap(paper =>
    paper.findings.filter(({ where }) => paper.lines.some(({ is, line }) => is === 'slip' && line === where.line)),
  ).length
  const slips = lines.filter(({ is }) => is === 'slip').length
  const found = papers.flatMap(paper =>
    paper.lines.filter(({ is, line }) => is === 'slip' && paper.findings.some(({ where }) => where.line === line)),
  ).length
  console.info(
    `${file}: precision ${onSlips} of ${findings}, recall ${found} of ${slips} slips among ${lines.filter(({ is }) => is === 'sound').length} sound sentences`,
  )
  return { precision: onSlips / findings, recall: found / slips }
}

// Written without sight of the checks. The first and third were learned from after they had been tried once. The second is sealed: nobody
// who works on the checks reads it or its misses. Of the fourth the findings that were no slips were looked at and mended, its misses
// never: so these two say what to expect of a paper nobody has seen. (A total that a slip above it makes wrong is one of its findings.)
test.each([
  ['unseen-1.txt', 0.95, 0.95],
  ['unseen-2.txt', 0.95, 0.7],
  ['unseen-3.txt', 0.95, 0.9],
  ['unseen-4.txt', 0.85, 0.45],
])('of papers the checks were not written for, %s, findings are slips and slips are found', (file, right, floor) => {
  const { precision, recall } = score(file)
  expect(precision).toBeGreaterThanOrEqual(right)
  expect(recall).toBeGreaterThanOrEqual(floor)
})
