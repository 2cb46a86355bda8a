import { createHash } from 'node:crypto'
import { UserError } from '../kit/error.ts'
import type { EditionHead, EditionStep, Editions, NewEdition, StepTaken } from '../records/records.ts'

export type { EditionHead, EditionStep }

/** Who does something to an edition, and as what: `Director of children’s services`. */
export type Who = { readonly by: string; readonly role: string }
/** What is to be frozen: the content is text that only `report` reads. */
export type ToFreeze = Omit<NewEdition, 'seal' | 'made'>

/** An edition with what it froze, as it was sealed. */
export type SealedEdition = EditionHead & { readonly content: string }

const sealOf = (content: string): string => createHash('sha256').update(content).digest('hex')
const stepBy = (step: EditionStep, { by, role }: Who, note: string | null, now: Date): StepTaken => ({
  step,
  by,
  role,
  at: now.toISOString(),
  note,
})

/** Keeps an edition, sealed; gives its number. It is a draft until it is approved. Throws HEARTH-1701 where the one it replaces is not there. */
export async function makeEdition(editions: Editions, frozen: ToFreeze, who: Who, now = new Date()): Promise<number> {
  if (frozen.replaces !== null) await editionNumbered(editions, frozen.replaces)
  return editions.make({ ...frozen, seal: sealOf(frozen.content), made: stepBy('made', who, null, now) })
}

/** The last step that was taken. */
export const standing = ({ steps }: Pick<EditionHead, 'steps'>): EditionStep => steps.at(-1)?.step ?? 'made'
const after: Readonly<Record<Exclude<EditionStep, 'made'>, EditionStep>> = { approved: 'made', published: 'approved' }
const asDone: Readonly<Record<EditionStep, string>> = {
  made: 'a draft',
  approved: 'approved already',
  published: 'published already',
}

/**
 * Approves a draft, or publishes what is approved. Each is done once, in this order; a published edition never changes. Throws
 * HEARTH-1701 where there is no such edition, HEARTH-1702 where the step does not come next.
 */
export async function takeStep(
  editions: Editions,
  number: number,
  step: Exclude<EditionStep, 'made'>,
  who: Who,
  note: string | null,
  now = new Date(),
): Promise<void> {
  await editionNumbered(editions, number)
  if (await editions.take(number, after[step], stepBy(step, who, note, now))) return
  const stands = standing(await editionNumbered(editions, number))
  throw new UserError(
    'HEARTH-1702',
    `Edition ${number} is ${asDone[stands]}: it cannot be ${step}.`,
    stands === 'made'
      ? 'Approve it first: `hearth edition approve`.'
      : 'To change what it says, make a new edition with --replaces.',
  )
}

/** An edition by its number. Throws HEARTH-1701. */
export async function editionNumbered(editions: Editions, number: number): Promise<EditionHead> {
  const found = await editions.get(number)
  if (found) return found
  throw new UserError('HEARTH-1701', `There is no edition ${number}.`, '`hearth edition list` lists them.')
}

/** An edition with what it froze. Throws HEARTH-1701, and HEARTH-1703 where what is kept is not what was sealed. */
export async function openSealed(editions: Editions, number: number): Promise<SealedEdition> {
  const head = await editionNumbered(editions, number)
  const content = await editions.content(number)
  if (content !== null && sealOf(content) === head.seal) return { ...head, content }
  throw new UserError(
    'HEARTH-1703',
    `What edition ${number} froze has been changed since it was sealed: none of it can be relied on.`,
    'Restore a backup made before the change, and find out who can write to the database.',
  )
}
