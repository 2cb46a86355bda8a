/** The return's own codes of places outside England (PL_LA), and what GSS codes begin with. */
const nations: readonly (readonly [RegExp, string])[] = [
  [/^(W|WAL$)/, 'Wales'],
  [/^(SCO$|S\d)/, 'Scotland'],
  [/^(NIR$|N\d)/, 'Northern Ireland'],
  [/^[LM]\d/, 'Channel Islands or Isle of Man'],
  [/^NUK$/, 'Outside the United Kingdom'],
  [/^E/, 'England'],
]

/** The nation that an authority's code belongs to; null for a code that tells of none. */
export const nationOf = (code: string): string | null => nations.find(([begins]) => begins.test(code))?.[1] ?? null

/** An authority as people know it: its name where areas.csv has it, else its code, with the nation where it is not England. */
export function sayPlace(code: string, name: string | undefined): string {
  const nation = nationOf(code)
  if (name === undefined && /^(WAL|SCO|NIR|NUK)$/.test(code) && nation !== null) return nation
  const said = name ?? code
  return nation === null || nation === 'England' ? said : `${said}, ${nation}`
}
