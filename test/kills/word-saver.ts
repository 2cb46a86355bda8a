import { someWord } from '../../src/records/builders.ts'
import { openRecords } from '../../src/records/records.ts'

// Says and replaces words, three at a time, until it is killed; says the numbers that were answered for.
const [, , home = ''] = process.argv
const { words } = await openRecords({ home })
const say = (line: string): Promise<void> => new Promise(done => process.stdout.write(`${line}\n`, () => done()))
const keys = ['a', 'b', 'c']
for (;;) {
  const standing = new Map((await words.current('commentary')).map(({ key, id }) => [key, id]))
  const round = Math.random()
  const answer = await words.save(
    keys.map(key => someWord({ key, replaces: standing.get(key) ?? null, body: { round, long: 'x'.repeat(20_000) } })),
  )
  if (answer.kind === 'saved') await say(answer.ids.join(' '))
}
