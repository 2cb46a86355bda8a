import { createRequire } from 'node:module'

const WIDE = 1440

/** The Arial-like fonts that drawings are set in, as files: a server may have none of its own. */
const fontFiles = (): readonly string[] => {
  const require = createRequire(import.meta.url)
  return ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map(file =>
    require.resolve(`@expo-google-fonts/arimo/${file}`),
  )
}

/** A drawing as PNG, twice as fine as it is drawn, for formats that cannot be relied on to show SVG. */
export async function chartPng(
  svg: string,
): Promise<{ readonly data: Uint8Array; readonly width: number; readonly height: number }> {
  const { Resvg } = await import('@resvg/resvg-js')
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDE },
    background: '#ffffff',
    font: { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
  }).render()
  return { data: new Uint8Array(drawn.asPng()), width: drawn.width, height: drawn.height }
}
