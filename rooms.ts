/** The rooms of the house and the doors between them. The dependency checker builds its rules from this one table. */
export type Room = { readonly holds: string; readonly may: readonly string[]; readonly typesOf?: readonly string[] }

export const rooms: Readonly<Record<string, Room>> = {
  kit: { holds: 'calendar days, periods and windows, text, errors; pure', may: [] },
  files: { holds: 'CSV, XML, xlsx, zip to rows with line numbers; knows no meaning', may: ['kit'] },
  analysis: { holds: 'statistics; pure: numbers in, numbers out', may: ['kit'] },
  disclosure: { holds: 'Shown, packs and their relations, suppression; pure', may: ['kit'] },
  charts: { holds: 'marks to accessible SVG with its table; takes Shown', may: ['kit'], typesOf: ['disclosure'] },
  engine: { holds: 'the only door to DuckDB', may: ['kit'] },
  records: { holds: 'the only door to SQLite and PostgreSQL; migrations', may: ['kit'] },
  backup: { holds: 'a home as one file, and back', may: ['kit', 'files', 'records'] },
  definitions: { holds: 'reads .sql, header and examples; one reader for measures and rules', may: ['kit', 'engine'] },
  model: { holds: 'canonical tables and views as .sql files; in_care_at', may: ['kit', 'engine'] },
  ingest: {
    holds: 'rows to findings to returned rows to a data version',
    may: ['kit', 'files', 'engine', 'model', 'records'],
  },
  measures: {
    holds: 'materialise, series, slices, people, why it moved',
    may: ['kit', 'engine', 'model', 'definitions'],
  },
  checks: { holds: 'run rules to findings', may: ['kit', 'engine', 'model', 'definitions', 'measures'] },
  forecast: { holds: 'exposure, runs, back-test, issued forecasts', may: ['kit', 'analysis', 'engine', 'model'] },
  review: {
    holds: 'targets, tolerances, commentary, editions; knows measures by id only',
    may: ['kit', 'files', 'records'],
  },
  report: {
    holds: 'packs; scorecard and measure page as view models',
    may: ['kit', 'analysis', 'disclosure', 'measures', 'checks', 'forecast', 'review'],
  },
  papers: {
    holds: 'Excel, HTML, CSV, text from view models',
    may: ['kit', 'files', 'charts', 'report'],
    typesOf: ['disclosure'],
  },
  sample: { holds: 'synthetic councils', may: ['kit'] },
  web: {
    holds: 'one Fastify plugin per feature',
    may: ['kit', 'charts', 'report', 'review', 'papers'],
    typesOf: ['disclosure'],
  },
  cli: { holds: 'one file per command; wires everything', may: ['*'] },
}
