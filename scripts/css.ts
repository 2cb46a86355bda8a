/** `npm run css`: builds the web app's stylesheet from GOV.UK Frontend. The result is committed; a test says when it is stale. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, NodePackageImporter } from 'sass'

const root = join(import.meta.dirname, '..')

/** The stylesheet as it should be. */
export const buildCss = (): string =>
  `${compile(join(root, 'src/web/styles/hearth.scss'), { style: 'compressed', importers: [new NodePackageImporter()], quietDeps: true, logger: { warn: () => {} } }).css}\n`

if (import.meta.main) writeFileSync(join(root, 'src/web/assets/hearth.css'), buildCss())
