import { expect, test } from 'vitest'
import { ownPaper } from './own-paper.fixture.ts'
import { shortly } from './read-text.fixture.ts'

const MARKED = /‹([\d.]+)›/g
const plain = (text: string): string => text.replaceAll(MARKED, '$1')
const places = [...ownPaper.matchAll(MARKED)].map(match => ({ at: match.index, number: match[1] ?? '' }))

/** The paper with one number larger: by more than rounding could explain, and by no more than a slip of the pen. */
function changed({ at, number }: (typeof places)[number]): string {
  const decimals = number.split('.')[1]?.length ?? 0
  const other = (Number(number) + (decimals > 0 ? 1.3 : 4)).toFixed(decimals)
  return plain(`${ownPaper.slice(0, at)}${other}${ownPaper.slice(at + number.length + 2)}`)
}

test('nothing is wrong in a paper as ours are written', () => {
  expect(shortly(plain(ownPaper))).toEqual([])
})

test('one number changed of those that can be known from the others is noticed, wherever it stands', () => {
  expect(places.length).toBeGreaterThanOrEqual(30)
  const unnoticed = places.filter(place => shortly(changed(place)).length === 0)
  expect(unnoticed.map(({ at, number }) => `${number} at “${ownPaper.slice(at - 60, at + 12)}”`)).toEqual([])
})
