import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { draft, figure } from '../report/row.fixture.ts'
import { showRows } from '../report/show-rows.ts'
import { scorecardJson } from './json.ts'
import { view } from './scorecard.fixture.ts'
import { scorecardTable } from './table.ts'
import { scorecardText } from './text.ts'

const [theme] = view.themes
const card = (asAt: string | null) => ({
  ...view,
  audience: 'analyst' as const,
  themes: theme
    ? [
        {
          ...theme,
          rows: showRows(
            [draft('count', [figure(40, null, asAt ? { picture: { asAt: day(asAt), alone: true } } : {})])],
            'analyst',
          ),
        },
      ]
    : [],
})

test('every format says the day of the picture that tells a figure, where that is before its period ends', () => {
  const [old, fresh] = [card('2026-09-30'), card(null)]
  expect(scorecardText(old, { width: 130, colour: false })).toContain('As at 30 September 2026.')
  expect(scorecardText(fresh, { width: 130, colour: false })).not.toContain('As at')
  expect(JSON.parse(scorecardJson(old)).themes[0].rows[0].as_at).toBe('2026-09-30')
  expect(scorecardJson(fresh)).not.toContain('as_at')
  expect(scorecardTable(old).rows[0]).toContain('31 October 2026, as at 30 September 2026')
})
