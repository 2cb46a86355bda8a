/** The styles of a chart that stands by itself, in a file without the pages' stylesheet. The same colours as on the pages. */
export const chartStyle = [
  'text{font:14px Arimo,Arial,Helvetica,sans-serif}',
  '.line{fill:none;stroke:#12436d;stroke-width:2.5}',
  '.dot,.end{fill:#12436d}',
  '.end{font-weight:bold}',
  '.grid{stroke:#d8dadb;stroke-width:1}',
  '.tick,.gap{fill:#484949}',
  '.target{stroke:#801650;stroke-width:2}',
  '.target-label{fill:#801650}',
  '.target-label,.band-label,.gap{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}',
  '.scale-break{fill:none;stroke:#484949;stroke-width:1.5}',
  '.centre,.limit{fill:none;stroke:#3d3d3d;stroke-width:1.5}',
  '.limit-label,.band-label{fill:#3d3d3d}',
  '.mark{stroke:#fff;stroke-width:1}',
  '.mark--better{fill:#1d70b8}.mark--worse{fill:#b35900}.mark--neutral{fill:#0b0c0c}',
  '.band{fill:#eef1f3}.band-edge{stroke:#6f777b}.break{stroke:#0b0c0c;stroke-width:2}',
  '.spacing{stroke:#484949;stroke-width:1.5}',
].join('')
