import { day } from '../../src/kit/day.ts'
import { someVersion } from '../../src/records/builders.ts'
import { openRecords } from '../../src/records/records.ts'
import { makeEdition, takeStep } from '../../src/review/edition.ts'

// Makes editions, approves and publishes them until it is killed, and says what was answered for: `3 approved`.
const [, , home = ''] = process.argv
const records = await openRecords({ home })
if ((await records.dataVersions.current()) === null) await records.dataVersions.commit(someVersion(1))
const who = { by: 'R. Marsh', role: 'Director of children’s services' }
const say = (words: string): Promise<void> => new Promise(done => process.stdout.write(`${words}\n`, () => done()))
for (;;) {
  const content = JSON.stringify({ form: 1, long: 'x'.repeat(200_000), at: Math.random() })
  const frozen = {
    name: 'Board',
    at: day('2026-10-31'),
    scorecard: 'corporate-parenting',
    dataVersion: 1,
    replaces: null,
  }
  const number = await makeEdition(records.editions, { ...frozen, content }, who)
  await say(`${number} made`)
  for (const step of ['approved', 'published'] as const) {
    await takeStep(records.editions, number, step, who, null)
    await say(`${number} ${step}`)
  }
}
