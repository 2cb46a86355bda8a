/** The tables as Kysely sees them; the same in SQLite and PostgreSQL. Columns are what `migrations/` makes. */
export type Schema = {
  migration: { name: string; applied_at: string }
  data_version: {
    number: number
    made_at: string
    made_by: string
    fresh: number
    extract_date: string | null
    details: string
    submitted_on: string | null
  }
  current_version: { only_row: number; number: number }
  version_file: {
    version: number
    ordinal: number
    path: string
    sha256: string
    table_name: string
    authority: string | null
    collection_year: number | null
    extract_date: string | null
    rows_read: number
    used: number
    duplicate: number
    superseded: number
    set_aside: number
  }
  finding: {
    version: number
    ordinal: number
    severity: 'error' | 'warning' | 'tolerated'
    code: string
    file: string | null
    line: number | null
    column_name: string | null
    found: string | null
    why: string
    fix: string
    table_name: string | null
    occurrences: number
  }
  setting: { name: string; value: string; set_by: string; set_at: string }
  import_holder: { only_row: number; process: number; since: string }
  target: {
    measure: string
    starts_on: string
    ends_on: string | null
    operator: '>=' | '<=' | '>' | '<' | '=' | 'between'
    value: number
    high: number | null
    amber_within: number | null
    amber_percent: number | null
    profile: string | null
    rationale: string | null
    set_by: string
    agreed_on: string
    source: string
    loaded_at: string
  }
  edition: {
    number: number
    name: string
    at: string
    scorecard: string
    data_version: number
    replaces: number | null
    content: string
    seal: string
  }
  edition_step: {
    edition: number
    step: 'made' | 'approved' | 'published'
    by_whom: string
    as_role: string
    taken_at: string
    note: string | null
  }
  word: {
    id: number
    kind: string
    key: string
    period: string | null
    body: string
    tag: string | null
    author: string
    informed_by: string | null
    said_on: string
    saved_at: string
    replaces: number | null
    withdrawn: number
  }
  issued_forecast: {
    number: number
    mark: string
    issued_at: string
    starts_at: string
    data_version: number
    method: string
    content: string
    seal: string
  }
  annotation: {
    ordinal: number
    measure: string | null
    starts_on: string
    ends_on: string | null
    words: string
    kind: 'event' | 'practice' | 'definition' | 'data' | 'rebase'
    author: string | null
    decided_on: string | null
    recurs: 'yearly' | null
    source: string
    loaded_at: string
  }
}

/** What may be kept as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
