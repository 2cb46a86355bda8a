import { z } from 'zod'

/** The members of a backup: words for people first, then the manifest's files, then the manifest. */
export const readMe = 'hearth-backup.txt'
export const manifestName = 'manifest.json'
/** Below these are the copy of the records, and what goes into the home as it stands. */
export const recordsPart = 'records/'
export const homePart = 'home/'

const count = z.number().int().nonnegative()
const file = z.strictObject({ name: z.string().min(1), size: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** The form of this manifest: what a later Hearth changes in it has another number. */
export const FORM = 1

export const manifestShape = z.strictObject({
  form: z.literal(FORM),
  /** Hearth's version. */
  hearth: z.string(),
  /** An instant. */
  madeAt: z.string(),
  records: z.strictObject({
    kind: z.enum(['sqlite', 'postgres']),
    /** The number of the last step of the schema, and the names of all. */
    schema: z.number().int(),
    migrations: z.array(z.string()),
    /** Rows by table. */
    rows: z.record(z.string(), count),
  }),
  current: z.number().int().nullable(),
  /** Data versions that the records name, and how many files of each are here. */
  versions: z.array(z.strictObject({ number: z.number().int().positive(), folder: z.string(), files: count })),
  /** Folders of the home, so that empty ones are made too. */
  folders: z.array(z.string()),
  files: z.array(file),
})

export type Manifest = z.infer<typeof manifestShape>
export type ManifestFile = Manifest['files'][number]

/** The number that the name of a step begins with. */
export const stepNumber = (names: readonly string[]): number =>
  Math.max(0, ...names.map(name => Number.parseInt(name, 10)))
