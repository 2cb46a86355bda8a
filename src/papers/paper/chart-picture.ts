import { createRequire } from 'node:module'
import { keeping } from '../../kit/kept.ts'

/** Twice as many as the widest that a paper shows a drawing, in pixels. */
const WIDE = 1280

type Picture = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** The Arial-like fonts that drawings are set in, as files: a server may have none of its own. */
const fontFiles = (): readonly string[] => {
  const require = createRequire(import.meta.url)
  return ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map(file =>
    require.resolve(`@expo-google-fonts/arimo/${file}`),
  )
}

/** Enough for the drawings of a set of papers: each is wanted by two formats. Some 30 kB each. */
const kept = keeping<Picture>(64)

/**
 * A drawing as PNG, twice as fine as it is shown, for formats that cannot be relied on to show SVG. It is painted by another thread, so
 * that a paper may ask for all its drawings and go on; the same drawing is painted once.
 */
export const chartPng = (svg: string): Promise<Picture> => kept(svg, () => paint(svg))

async function paint(svg: string): Promise<Picture> {
  // Loaded when a picture is asked for: the library is native and large.
  const { renderAsync } = await import('@resvg/resvg-js')
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'width', value: WIDE },
    background: '#ffffff',
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
  })
  return { data: new Uint8Array(drawn.asPng()), width: drawn.width, height: drawn.height }
}
