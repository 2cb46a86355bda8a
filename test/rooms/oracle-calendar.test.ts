import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  bankHolidays,
  daysBetween,
  rollingStart,
  weekday,
  windowsEnding,
} from '../oracle/calendar.ts'

test('days are counted across a leap day and a year end', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2)
  expect(daysBetween('2019-02-28', '2019-03-01')).toBe(1)
  expect(daysBetween('2019-12-31', '2020-12-31')).toBe(366)
  expect(addDays('2020-12-31', 1)).toBe('2021-01-01')
  expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
  expect(weekday('2026-03-31')).toBe(1)
})

test('a child born on 29 February has a birthday on 1 March', () => {
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  expect(ageOn('2008-02-29', '2024-02-29')).toBe(16)
  expect(addYears('2020-02-29', 2)).toBe('2022-03-01')
})

test('a date that does not exist falls on the last day of its month', () => {
  expect(addMonths('2025-08-31', 6)).toBe('2026-02-28')
  expect(addMonths('2025-12-31', -1)).toBe('2025-11-30')
  expect(addMonths('2020-02-29', 30)).toBe('2022-08-29')
})

test('rolling windows are whole calendar months at a month end, and dates otherwise', () => {
  expect(rollingStart('2025-02-28', 12)).toBe('2024-03-01')
  expect(rollingStart('2024-02-29', 12)).toBe('2023-03-01')
  expect(rollingStart('2025-06-15', 12)).toBe('2024-06-16')
  const windows = windowsEnding('2026-03-31').map(({ name, from }) => `${name} ${from}`)
  expect(windows).toContain('quarter 2026-01-01')
  expect(windows).toContain('year 2025-04-01')
  expect(windowsEnding('2026-04-30').map(({ name }) => name)).not.toContain('quarter')
})

test('English bank holidays come out as they were', () => {
  expect(bankHolidays(2022)).toEqual([
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
  ])
  expect(bankHolidays(2020)).toContain('2020-05-08')
  expect(bankHolidays(2020)).not.toContain('2020-05-04')
  expect(bankHolidays(2020)).toContain('2020-12-28')
  expect(bankHolidays(2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28'])
  expect(bankHolidays(2023)).toContain('2023-05-08')
})

test('the first working day is the one after the start', () => {
  expect(addWorkingDays('2025-12-24', 1)).toBe('2025-12-29')
  expect(addWorkingDays('2026-03-02', 20)).toBe('2026-03-30')
  expect(addWorkingDays('2026-03-27', 5)).toBe('2026-04-07')
})
