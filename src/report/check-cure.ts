/** What would let rules run that did not, by the reason they give; null where nothing would. */
export function cureOf(why: string): string | null {
  if (/table of last year given/.test(why)) return 'give last year’s return with --last'
  if (why === 'no provider list given') return 'give Ofsted’s list of providers beside the files of the return'
  if (why === 'no postcodes given') return 'give postcodes.csv beside the files of the return'
  if (why === 'nothing says which council it is') return 'name the council with --authority'
  if (/^no .* table given$/.test(why)) return 'give the table; a file with only its heading says that there are no rows'
  if (/has no column/.test(why)) return 'give the table with that column'
  if (/^it cannot be due/.test(why)) return 'check again when the year is over'
  if (/^its query failed/.test(why)) return 'tell us: this is a fault of ours'
  return null
}
