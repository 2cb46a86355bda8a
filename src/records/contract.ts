import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import {
  someAnnotation,
  someEdition,
  someFile,
  someFinding,
  someForecast,
  someStep,
  someTarget,
  someVersion,
} from './builders.ts'
import type { Records } from './records.ts'

/** An empty store; `again` opens the same store once more, as another process would. */
export type Fresh = {
  readonly records: Records
  readonly again: () => Promise<Records>
  readonly remove: () => Promise<void>
}

/** What every store must do, whichever database is behind it. */
export function recordsContract(name: string, make: () => Promise<Fresh>): void {
  describe(`records in ${name}`, () => {
    let fresh: Fresh
    let records: Records
    const made: Fresh[] = []
    beforeEach(async () => {
      fresh = await make()
      made.push(fresh)
      records = fresh.records
    })
    afterAll(async () => {
      for (const each of made) await each.remove()
    })

    test('a new store has no version, and the first is number 1', async () => {
      expect(await records.dataVersions.current()).toBeNull()
      expect(await records.dataVersions.list()).toEqual([])
      expect(await records.dataVersions.next()).toBe(1)
    })

    test('a committed version is current, and comes back as it was given', async () => {
      const version = someVersion(1, {
        fresh: true,
        files: [someFile(), someFile({ table: 'Header', authority: null, collectionYear: null, extractDate: null })],
        findings: [
          someFinding(),
          someFinding({ severity: 'error', file: null, line: null, column: null, found: null, table: null }),
        ],
      })
      await records.dataVersions.commit(version)
      const { files, findings, ...head } = version
      expect(await records.dataVersions.current()).toEqual({ ...head, current: true, submittedOn: null })
      expect(await records.dataVersions.get(1)).toEqual(await records.dataVersions.current())
      expect(await records.dataVersions.files(1)).toEqual(files)
      expect(await records.dataVersions.findings(1)).toEqual(findings)
    })

    test('settings come with the version they were given with, or not at all', async () => {
      const council = { code: 'E06000999', name: 'Invented Council' }
      await records.dataVersions.commit(someVersion(1))
      await expect(records.dataVersions.commit(someVersion(1, { settings: { council } }))).rejects.toThrow()
      const twice = { rows: [someTarget(), someTarget()], source: 'twice.csv' }
      await expect(records.dataVersions.commit(someVersion(2, { settings: { council } }), twice)).rejects.toThrow()
      expect(await records.settings.get('council')).toBeNull()
      await records.dataVersions.commit(someVersion(2, { settings: { council } }))
      expect(await records.settings.get('council')).toMatchObject({ value: council, setBy: 'analyst' })
    })

    test('targets come with the version they were given with, or not at all', async () => {
      await records.targets.replaceAll([someTarget({ measure: 'CP1' })], 'old.csv')
      await records.dataVersions.commit(someVersion(1))
      expect(await records.targets.all()).toMatchObject([{ measure: 'CP1', source: 'old.csv' }])
      const twice = { rows: [someTarget(), someTarget()], source: 'twice.csv' }
      await expect(records.dataVersions.commit(someVersion(2), twice)).rejects.toThrow()
      expect((await records.dataVersions.current())?.number).toBe(1)
      expect(await records.targets.all()).toMatchObject([{ measure: 'CP1', source: 'old.csv' }])
      await records.dataVersions.commit(someVersion(2), { rows: [someTarget()], source: 'new.csv' })
      expect(await records.targets.all()).toMatchObject([{ measure: 'CP8', source: 'new.csv' }])
    })

    test('annotations come with the version they were given with, in their order, or not at all', async () => {
      const rebase = someAnnotation({ kind: 'rebase', author: 'A. Analyst', date: day('2026-05-01'), recurs: null })
      const yearly = someAnnotation({ measure: null, to: day('2026-04-30'), recurs: 'yearly' })
      await records.dataVersions.commit(someVersion(1), undefined, { rows: [yearly, rebase], source: 'old.csv' })
      const known = async () =>
        (await records.annotations.all()).map(({ loadedAt, source, ...annotation }) => ({ ...annotation, source }))
      const old = [yearly, rebase].map(annotation => ({ ...annotation, source: 'old.csv' }))
      expect(await known()).toEqual(old)
      const nobody = { rows: [{ ...rebase, author: null }], source: 'bad.csv' }
      await expect(records.dataVersions.commit(someVersion(2), undefined, nobody)).rejects.toThrow()
      expect((await records.dataVersions.current())?.number).toBe(1)
      expect(await known()).toEqual(old)
      await records.annotations.replaceAll([rebase], 'new.csv')
      expect(await known()).toEqual([{ ...rebase, source: 'new.csv' }])
    })

    test('the newest commit is current, older ones stay, newest first in the list', async () => {
      await records.dataVersions.commit(someVersion(1))
      await records.dataVersions.commit(someVersion(await records.dataVersions.next()))
      expect((await records.dataVersions.list()).map(head => [head.number, head.current])).toEqual([
        [2, true],
        [1, false],
      ])
    })

    test('a number already taken is refused and changes nothing', async () => {
      await records.dataVersions.commit(someVersion(1))
      await records.dataVersions.commit(someVersion(2))
      await expect(records.dataVersions.commit(someVersion(1, { files: [], findings: [] }))).rejects.toThrow()
      expect((await records.dataVersions.current())?.number).toBe(2)
      expect(await records.dataVersions.files(1)).toHaveLength(1)
    })

    test('a version whose rows do not add up is refused, with nothing of it kept', async () => {
      const wrong = someVersion(1, { files: [someFile(), someFile({ used: 7 })] })
      await expect(records.dataVersions.commit(wrong)).rejects.toThrow()
      expect(await records.dataVersions.list()).toEqual([])
      expect(await records.dataVersions.files(1)).toEqual([])
    })

    test('a fault at the last finding leaves the old version current and nothing of the new', async () => {
      await records.dataVersions.commit(someVersion(1))
      const findings = [...Array.from({ length: 1_500 }, () => someFinding()), someFinding({ count: 0 })]
      await expect(records.dataVersions.commit(someVersion(2, { findings }))).rejects.toThrow()
      expect((await records.dataVersions.current())?.number).toBe(1)
      expect(await records.dataVersions.get(2)).toBeNull()
      expect(await records.dataVersions.findings(2)).toEqual([])
    })

    test('many findings keep their order and can be limited or chosen by severity', async () => {
      const findings = Array.from({ length: 2_500 }, (_, i) =>
        someFinding({ line: i + 1, severity: i % 2 === 0 ? 'warning' : 'error' }),
      )
      await records.dataVersions.commit(someVersion(1, { findings }))
      expect((await records.dataVersions.findings(1)).map(finding => finding.line)).toEqual(
        findings.map(finding => finding.line),
      )
      const errors = await records.dataVersions.findings(1, { severity: 'error', limit: 2 })
      expect(errors.map(finding => finding.line)).toEqual([2, 4])
    })

    test('a version is marked as submitted on a day; one that is not there is not', async () => {
      await records.dataVersions.commit(someVersion(1))
      expect(await records.dataVersions.markSubmitted(1, day('2026-06-30'))).toBe(true)
      expect((await records.dataVersions.get(1))?.submittedOn).toBe('2026-06-30')
      expect(await records.dataVersions.markSubmitted(2, day('2026-06-30'))).toBe(false)
    })

    test('the sums of files tell which versions stand on them, each once', async () => {
      const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
      await records.dataVersions.commit(
        someVersion(1, { files: [someFile({ sha256: a }), someFile({ sha256: a, table: 'Header' })] }),
      )
      await records.dataVersions.commit(someVersion(2, { files: [someFile({ sha256: a }), someFile({ sha256: b })] }))
      const found = await records.dataVersions.bySha([a, b, 'c'.repeat(64), a])
      expect([...found.entries()].sort()).toEqual([
        [a, [1, 2]],
        [b, [2]],
      ])
      expect(await records.dataVersions.bySha([])).toEqual(new Map())
    })

    test('a setting has a value, an author and a date, and the latest is kept', async () => {
      expect(await records.settings.get('synthetic')).toBeNull()
      await records.settings.set('synthetic', true, 'sample')
      await records.settings.set('authority', { code: 'E06000999', name: 'Invented' }, 'analyst')
      await records.settings.set('synthetic', false, 'analyst')
      expect(await records.settings.get('synthetic')).toMatchObject({ value: false, setBy: 'analyst' })
      expect([...(await records.settings.all()).keys()]).toEqual(['authority', 'synthetic'])
      expect(Date.parse((await records.settings.get('authority'))?.setAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    })

    test('a target comes back as it was given, with its source', async () => {
      const between = someTarget({
        measure: 'PLC-02',
        operator: 'between',
        value: 1.25,
        high: 2.5,
        amberWithin: null,
        amberPercent: 5,
        profile: { '2026-06-30': 1.5 },
        rationale: 'Zoë’s “band”',
      })
      await records.targets.replaceAll([between, someTarget()], 'targets.csv')
      const all = await records.targets.all()
      expect(all.map(({ loadedAt, ...target }) => target)).toEqual([
        { ...someTarget(), source: 'targets.csv' },
        { ...between, source: 'targets.csv' },
      ])
    })

    test('replacing the targets leaves none of the old, and a bad one leaves all of the old', async () => {
      await records.targets.replaceAll([someTarget(), someTarget({ measure: 'CP9' })], 'one.csv')
      await expect(records.targets.replaceAll([someTarget(), someTarget()], 'two.csv')).rejects.toThrow()
      expect(await records.targets.all()).toHaveLength(2)
      await records.targets.replaceAll([someTarget({ measure: 'CP1' })], 'three.csv')
      expect((await records.targets.all()).map(target => target.measure)).toEqual(['CP1'])
    })

    test('a target is in force from its first day until the day it ends, that day not included', async () => {
      await records.targets.replaceAll([someTarget({ to: day('2027-04-01') })], 't.csv')
      const inForce = async (on: string) => (await records.targets.inForce('CP8', day(on)))?.value ?? null
      expect(await inForce('2026-03-31')).toBeNull()
      expect(await inForce('2026-04-01')).toBe(20)
      expect(await inForce('2027-03-31')).toBe(20)
      expect(await inForce('2027-04-01')).toBeNull()
      expect(await records.targets.inForce('CP9', day('2026-05-01'))).toBeNull()
    })

    test('a target without an end is in force until replaced, and does not come back when its successor ends', async () => {
      await records.targets.replaceAll(
        [someTarget({ from: day('2025-04-01'), value: 18 }), someTarget({ to: day('2027-04-01') })],
        't.csv',
      )
      const inForce = async (on: string) => (await records.targets.inForce('CP8', day(on)))?.value ?? null
      expect(await inForce('2026-03-31')).toBe(18)
      expect(await inForce('2026-04-01')).toBe(20)
      expect(await inForce('2027-04-01')).toBeNull()
    })

    test('an edition comes back as it was made, and its content by itself', async () => {
      await records.dataVersions.commit(someVersion(1))
      const { content, made: step, ...head } = someEdition({ content: 'x'.repeat(1_000_000) })
      expect(await records.editions.make({ ...head, content, made: step })).toBe(1)
      expect(await records.editions.make(someEdition({ replaces: 1 }))).toBe(2)
      expect(await records.editions.get(1)).toEqual({ ...head, number: 1, steps: [step] })
      expect(await records.editions.content(1)).toBe(content)
      expect((await records.editions.list()).map(({ number, replaces }) => [number, replaces])).toEqual([
        [2, 1],
        [1, null],
      ])
      expect(await records.editions.get(3)).toBeNull()
      expect(await records.editions.content(3)).toBeNull()
    })

    test('an edition of a data version that is not there is refused, with nothing of it kept', async () => {
      await expect(records.editions.make(someEdition({ dataVersion: 7 }))).rejects.toThrow()
      expect(await records.editions.list()).toEqual([])
    })

    test('an edition takes each step once and in order; of two who take one at once the first is kept', async () => {
      await records.dataVersions.commit(someVersion(1))
      const { editions } = records
      const one = await editions.make(someEdition())
      expect(await editions.take(one, 'approved', someStep('published'))).toBe(false)
      const asked = ['first', 'second'].map(note => editions.take(one, 'made', someStep('approved', { note })))
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
      const approved = (await editions.get(one))?.steps.at(-1)
      expect(await editions.take(one, 'made', someStep('approved', { note: 'third' }))).toBe(false)
      expect(await editions.take(one, 'approved', someStep('published'))).toBe(true)
      expect((await editions.get(one))?.steps.map(({ step }) => step)).toEqual(['made', 'approved', 'published'])
      expect((await editions.get(one))?.steps[1]).toEqual(approved)
      expect(await editions.take(9, 'made', someStep('approved'))).toBe(false)
    })

    test('a forecast comes back as it was issued; made again it is the same one, and of two at once each has its number', async () => {
      await records.dataVersions.commit(someVersion(1))
      const { forecasts } = records
      const given = someForecast({ content: 'x'.repeat(100_000) })
      expect(await forecasts.issue(given)).toBe(1)
      const marks = ['e', 'f'].map(letter => letter.repeat(64))
      const others = await Promise.all(marks.map(mark => forecasts.issue(someForecast({ mark }))))
      expect(others.toSorted()).toEqual([2, 3])
      expect(await forecasts.issue(someForecast({ content: 'another' }))).toBe(1)
      const all = await forecasts.all()
      expect(all[0]).toEqual({ ...given, number: 1, issuedAt: all[0]?.issuedAt })
      expect(Date.parse(all[0]?.issuedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
      expect(all.map(({ number }) => number)).toEqual([1, 2, 3])
      await expect(forecasts.issue(someForecast({ mark: 'g', dataVersion: 7 }))).rejects.toThrow()
    })

    test('a second import is refused while one runs, told since when, and let in after', async () => {
      const other = await fresh.again()
      await records.withImportLock(async () => {
        await expect(other.withImportLock(async () => 'ran')).rejects.toMatchObject({
          code: 'HEARTH-1402',
          message: expect.stringMatching(/running since 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC \(process \d+\)/),
        })
        await expect(records.withImportLock(async () => 'ran')).rejects.toMatchObject({ code: 'HEARTH-1402' })
      })
      expect(await other.withImportLock(async () => 'ran')).toBe('ran')
      await other.close()
    })

    test('an import that fails lets go of the lock and its fault is the one told', async () => {
      await expect(records.withImportLock(async () => Promise.reject(new Error('bad file')))).rejects.toThrow(
        'bad file',
      )
      expect(await records.withImportLock(async () => 'ran')).toBe('ran')
    })

    test('an import can commit and others can read while the lock is held', async () => {
      const other = await fresh.again()
      await records.withImportLock(async () => {
        await records.dataVersions.commit(someVersion(1))
        expect((await other.dataVersions.current())?.number).toBe(1)
        await other.settings.set('x', 1, 'web')
      })
      await other.close()
    })

    test('opening again finds everything, and opening many at once builds the schema once', async () => {
      await records.dataVersions.commit(someVersion(1))
      const others = await Promise.all([fresh.again(), fresh.again(), fresh.again()])
      for (const other of others) {
        expect((await other.dataVersions.current())?.number).toBe(1)
        await other.close()
      }
    })
  })
}
