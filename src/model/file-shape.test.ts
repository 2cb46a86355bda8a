import { expect, test } from 'vitest'
import { fileShapes, referenceShapes, shapeOf } from './file-shape.ts'

test('no two kinds of file have one stem, so that each is found whichever family is read first', () => {
  for (const shape of fileShapes()) expect(shapeOf(shape.stem)).toBe(shape)
  expect(referenceShapes().length).toBeGreaterThan(5)
  expect(referenceShapes().every(({ family }) => family === 'reference')).toBe(true)
})
