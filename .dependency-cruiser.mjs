import { rooms } from './rooms.ts'

const names = Object.keys(rooms)
const doors = names
  .filter(name => !rooms[name].may.includes('*'))
  .flatMap(name => {
    const { may, typesOf = [] } = rooms[name]
    const open = [name, ...may]
    const closed = names.filter(other => !open.includes(other) && !typesOf.includes(other))
    const rule = (id, to, comment) => ({
      name: id,
      severity: 'error',
      comment,
      from: { path: `^src/${name}/`, pathNot: '\\.test\\.ts$' },
      to,
    })
    return [
      rule(
        `${name}-doors`,
        { path: `^src/(${closed.join('|')})/` },
        `${name} may import only: ${may.join(', ') || 'nothing'}`,
      ),
      ...(typesOf.length
        ? [
            rule(
              `${name}-types`,
              { path: `^src/(${typesOf.join('|')})/`, dependencyTypesNot: ['type-only'] },
              `${name} may take only types from: ${typesOf.join(', ')}`,
            ),
          ]
        : []),
    ]
  })

const only = (name, room, packages) => ({
  name,
  severity: 'error',
  comment: `only src/${room} may import ${packages}`,
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `node_modules/(${packages})/` },
})

export default {
  forbidden: [
    ...doors,
    only('duckdb-door', 'engine', '@duckdb/node-api'),
    only('records-door', 'records', 'kysely|pg'),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sqlite-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/records/' },
      to: { path: '^(node:)?sqlite$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
