import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { lettersOf } from './font-letters.ts'

const letters = lettersOf(
  readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf')),
)
const has = (text: string): readonly boolean[] => [...text].map(letter => letters.has(letter.codePointAt(0) ?? 0))

test('the font has the letters of English, Welsh and Polish, and the signs that papers use', () => {
  for (const [i, is] of has('Azé£–’−…ŵŷłżźąŁ▲▼□€½').entries()) expect([i, is]).toEqual([i, true])
})

test('the font has no pictures, no Chinese and nothing private', () => {
  expect(has('😀字\ue000\uffff')).toEqual([false, false, false, false])
})

test('a file that is no font is refused', () => {
  expect(() => lettersOf(new Uint8Array(12))).toThrow('no table of its characters')
})
