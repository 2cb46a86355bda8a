import {
  DATE,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
} from '@duckdb/node-api'

/** What comes back from a query: DuckDB's bigints as numbers, dates as ISO text, lists as arrays, nulls as null. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell }
export type Row = Readonly<Record<string, Cell>>

export type EngineOptions = {
  /** A database file; absent: in memory. */
  readonly path?: string
  readonly readOnly?: boolean
  /** As DuckDB writes it: `4GB`. */
  readonly memory?: string
  /** Absent: as many as `HEARTH_PROCESSORS` says, else all that the machine has. */
  readonly threads?: number
  /** Where DuckDB may spill; absent: beside the database file. */
  readonly spill?: string
}

/** How many processors this installation may use, where it says so; null for anything but a whole number. */
const allowed = (): number | null => {
  const said = process.env.HEARTH_PROCESSORS ?? ''
  return /^[1-9]\d*$/.test(said) ? Number(said) : null
}

/** One DuckDB database and one connection to it. The only door to DuckDB: nothing else imports its package. */
export class Engine {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #beside: boolean

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, beside = false) {
    this.#instance = instance
    this.#connection = connection
    this.#beside = beside
  }

  /** Opens a database. Extensions are neither installed nor loaded by themselves: nothing goes out to the network. */
  static async open(options: EngineOptions = {}): Promise<Engine> {
    const config: Record<string, string> = {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    }
    if (options.readOnly) config.access_mode = 'READ_ONLY'
    if (options.memory) config.memory_limit = options.memory
    const threads = options.threads ?? allowed()
    if (threads) config.threads = String(threads)
    if (options.spill) config.temp_directory = options.spill
    const instance = await DuckDBInstance.create(options.path ?? ':memory:', config)
    const connection = await instance.connect()
    await connection.run('set preserve_insertion_order = false')
    return new Engine(instance, connection)
  }

  /** A second connection to the same database: temporary tables and macros are its own. Close it before the first. */
  async beside(): Promise<Engine> {
    return new Engine(this.#instance, await this.#instance.connect(), true)
  }

  /** Runs one statement or several separated by semicolons; results are dropped. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql)
  }

  /** All rows of a query. */
  async rows<T extends Row = Row>(sql: string): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(sql)
    const names = reader.deduplicatedColumnNames()
    return reader.getRowsJS().map(row => Object.fromEntries(names.map((name, i) => [name, plain(row[i])])) as T)
  }

  /** The first row of a query, or null. */
  async row<T extends Row = Row>(sql: string): Promise<T | null> {
    return (await this.rows<T>(sql))[0] ?? null
  }

  /** The column names and DuckDB types that a query would give, without running it. */
  async columns(sql: string): Promise<readonly { readonly name: string; readonly type: string }[]> {
    const found = await this.rows(`describe ${sql.replace(/;\s*$/, '')}`)
    return found.map(({ column_name, column_type }) => ({ name: String(column_name), type: String(column_type) }))
  }

  /**
   * Appends rows to a table, cells in the table's column order: text, whole numbers, numbers with a fraction where the column is a
   * double, and days as days since 1970. Fast enough for whole-country loads.
   */
  async appender(table: string, schema = 'main'): Promise<TableAppender> {
    const appender = await this.#connection.createAppender(table, schema)
    const numbers = Array.from({ length: appender.columnCount }, (_, i) => numberInto(appender, i))
    return {
      append(row) {
        for (let i = 0; i < row.length; i++) {
          const cell = row[i]
          if (cell === null || cell === undefined) appender.appendNull()
          else if (typeof cell === 'number') numbers[i]?.(cell)
          else appender.appendVarchar(cell)
        }
        appender.endRow()
      },
      flush: () => appender.flushSync(),
      close: () => appender.closeSync(),
    }
  }

  /** After this no SQL can reach the network or any file outside `folders`, and nothing can switch it back. */
  async lock(folders: readonly string[] = []): Promise<void> {
    const list = folders.map(folder => `'${folder.replaceAll('\\', '/').replaceAll("'", "''")}'`)
    if (list.length) await this.#connection.run(`set allowed_directories = [${list.join(', ')}]`)
    await this.#connection.run('set enable_external_access = false')
    await this.#connection.run('set lock_configuration = true')
  }

  close(): void {
    this.#connection.closeSync()
    if (!this.#beside) this.#instance.closeSync()
  }
}

/** How a number goes into a column of an appender. */
function numberInto(appender: DuckDBAppender, column: number): (n: number) => void {
  const { typeId } = appender.columnType(column)
  if (typeId === DATE.typeId) return days => appender.appendDate(new DuckDBDateValue(days))
  return typeId === DOUBLE.typeId ? n => appender.appendDouble(n) : n => appender.appendInteger(n)
}

export type TableAppender = {
  readonly append: (row: readonly (string | number | null)[]) => void
  readonly flush: () => void
  readonly close: () => void
}

/** DuckDB's JS values made plain: see `Cell`. A DATE comes as a UTC `Date` at midnight; a timestamp keeps its time as ISO text. */
function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) {
    const text = value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
  return value as Cell
}
