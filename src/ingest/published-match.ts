import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { builtInMap, type MapLine, mapLine } from './layout-map.ts'
import type { PublishedFile } from './published.ts'
import { oldCodes } from './resolve-areas.ts'

const list = (texts: readonly string[]): string => `[${texts.map(literal).join(', ')}]::varchar[]`

/** The lines of the map, the council's own first, as rows of SQL. */
async function mapRows(engine: Engine): Promise<string> {
  const own = await engine.rows(
    'select indicator, breakdown, filter_1, filter_2, file, value_column from reference.ees_map',
  )
  const lines: readonly (readonly [MapLine, boolean])[] = [
    ...own.map(row => [mapLine(row as Parameters<typeof mapLine>[0]), true] as const),
    ...builtInMap().map(line => [line, false] as const),
  ]
  return lines
    .map(
      ([{ indicator, breakdown, file, texts, columns, cohort, year }, mine], n) =>
        `(${n}, ${mine}, ${literal(indicator)}, ${literal(breakdown)}::varchar, ${literal(file)}::varchar, ${list(texts)}, ${list(columns)}, ${literal(cohort)}::varchar, ${literal(year)})`,
    )
    .join(', ')
}

/** A filter that says this does not divide. */
const TOTAL = String.raw`^(total|all)\b`

/**
 * Makes the figures of `reference.benchmark` that come of published files anew, from all rows held, the map and the areas
 * (local-extracts.md 4.13): each text of a line must equal some filter of the row. Final beats revised beats provisional. Of
 * rows that fit, those that no further filter divides stand; where several remain that say different things none is used.
 * A row that the council gave itself in `benchmarks.csv` stands over all.
 */
export async function matchPublished(engine: Engine, files: readonly PublishedFile[]): Promise<readonly Finding[]> {
  await engine.run(`
create or replace temp table map_line as select * from (values ${await mapRows(engine)}) t(n, own, indicator, breakdown, named, texts, columns, cohort, year);
create or replace temp table filter_set as
  select file, filters, list_distinct(list_transform(map_values(filters), lambda t: lower(trim(regexp_replace(t, '\\s+', ' ', 'g'))))) as texts
  from (select distinct file, filters from reference.published_row where compared and comparator <> 'subregion');
create or replace temp table fit as
  select f.file, f.filters, m.n, len(list_filter(f.texts, lambda t: not list_contains(m.texts, t) and not regexp_matches(t, '${TOTAL}'))) as further
  from filter_set f join map_line m on list_has_all(f.texts, m.texts)
  where (m.named is null or contains(lower(f.file), m.named))
    and (len(m.texts) > 0 or len(list_filter(f.texts, lambda t: not regexp_matches(t, '${TOTAL}'))) = 0);
create or replace temp table old_code as ${oldCodes};
create or replace temp table candidate as
with cell as (
  select r.file, r.sha256, r.release, coalesce(r.status, 'final') as status, r.comparator, coalesce(r.area_code, o.area_code) as area_code, r.period as printed,
    fit.n, fit.further, m.own, m.indicator, m.breakdown, m.cohort, m.year,
    list_filter(list_transform(m.columns, lambda c: r.figures[c]), lambda v: v is not null)[1] as found
  from reference.published_row r
  join fit on fit.file = r.file and fit.filters = r.filters
  join map_line m on m.n = fit.n
  left join old_code o on r.area_code is null and o.old_la_code = r.old_la_code
  where r.compared and r.comparator <> 'subregion'
),
figure as (
  select * exclude (found), try_cast(regexp_replace(found, '[,\\s£%]', '', 'g') as double) as value,
    case lower(found) when 'c' then 'c' when 'z' then 'z' when 'k' then 'k' when 'low' then 'k' when 'u' then 'u' else 'x' end as said,
    case when year = 'september' and length(printed) = 4 then printed || '-09-30'
      when year = 'academic' and length(printed) = 4 then (printed::integer - 1) || '/' || right(printed, 2) else printed end as period,
    case status when 'final' then 1 when 'revised' then 2 else 3 end as rank
  from cell where found is not null and area_code is not null
),
best as (
  select *, min(rank) over (partition by indicator, breakdown, comparator, area_code, period
      order by release range between unbounded preceding and current row) as best_rank
  from figure
)
select * exclude (printed, said, rank, best_rank, year), case when value is null then said end as symbol
from best where rank = best_rank
qualify dense_rank() over (partition by indicator, breakdown, comparator, area_code, period, release order by own desc, n, further) = 1;
delete from reference.benchmark where source = 'published';
insert into reference.benchmark by name
select indicator, breakdown, comparator, area_code, period, any_value(value) as value, any_value(symbol) as symbol, release,
  any_value(status) as status, any_value(cohort) as cohort, 'published' as source
from candidate c
where not exists (from reference.benchmark b where b.indicator = c.indicator and b.breakdown is not distinct from c.breakdown
  and b.comparator = c.comparator and b.area_code = c.area_code and b.period = c.period and b.release = c.release)
group by indicator, breakdown, comparator, area_code, period, release
having count(distinct coalesce(value::varchar, symbol)) = 1`)
  const findings = [...(await unclear(engine)), ...(await unknownAreas(engine)), ...(await matched(engine, files))]
  await engine.run(
    'drop table map_line; drop table filter_set; drop table fit; drop table old_code; drop table candidate',
  )
  return findings
}

/** Figures that several rows give differently. */
async function unclear(engine: Engine): Promise<readonly Finding[]> {
  const rows = await engine.rows(`select indicator, any_value(file) as file, count(*) as n, min(period) as period from (
    select indicator, any_value(file) as file, period from candidate group by indicator, breakdown, comparator, area_code, period, release
    having count(distinct coalesce(value::varchar, symbol)) > 1) group by indicator order by indicator`)
  return rows.map(({ indicator, file, n, period }) =>
    finding({
      severity: 'warning',
      code: 'published-unclear',
      file: String(file),
      table: 'benchmarks',
      found: `${indicator}, ${period}`,
      count: Number(n),
      why: 'Several rows give this figure, and differ: none was used.',
      fix: 'Add a line to ees_map.csv that names the filter, or the file, that tells them apart.',
    }),
  )
}

/** 3-digit codes that the areas do not know. */
async function unknownAreas(engine: Engine): Promise<readonly Finding[]> {
  const row =
    await engine.row(`select count(*) as n, string_agg(distinct r.old_la_code, ', ' order by r.old_la_code) as codes
    from reference.published_row r left join old_code o using (old_la_code) where r.area_code is null and o.area_code is null`)
  const n = Number(row?.n ?? 0)
  if (n === 0) return []
  return [
    finding({
      severity: 'warning',
      code: 'area-unknown',
      file: null,
      table: 'benchmarks',
      column: 'old_la_code',
      found: String(row?.codes).slice(0, 200),
      count: n,
      why: 'Published rows give only a 3-digit code, which areas.csv does not have: they are kept but not compared.',
      fix: 'Import areas.csv with these codes; the published files need not be imported again.',
    }),
  ]
}

/** What each file gave: how many figures of which indicators, and how many of its rows no line of the map fits. */
async function matched(engine: Engine, files: readonly PublishedFile[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { path, sha256 } of files) {
    const row = await engine.row(`select count(*) as n,
        count(*) filter (not exists (from fit where fit.file = r.file and fit.filters = r.filters)) as unmatched,
        count(*) filter (not compared) as other,
        (select string_agg(indicator || ' ' || figures, ', ' order by n) from (
          select indicator, min(n) as n, count(distinct (comparator, breakdown, area_code, period)) as figures
          from candidate where sha256 = ${literal(sha256)} group by indicator)) as given
      from reference.published_row r where sha256 = ${literal(sha256)}`)
    const given = row?.given ? String(row.given) : null
    const more = Number(row?.other) > 0 ? ` ${row?.other} rows are of periods that are not compared.` : ''
    findings.push(
      finding({
        severity: given ? 'tolerated' : 'warning',
        code: given ? 'published-matched' : 'published-unmatched',
        file: path,
        table: 'benchmarks',
        found: given ?? `${row?.n} rows`,
        why: given
          ? `Rows gave figures of indicators; ${row?.unmatched} of ${row?.n} rows fit no line of the map and are kept for browsing.${more}`
          : `No row fits a line of the map: all are kept for browsing, without an indicator.${more}`,
        fix: given
          ? 'Nothing.'
          : 'If it should be compared, add its wording to ees_map.csv (see the guide on published figures).',
      }),
    )
  }
  return findings
}
