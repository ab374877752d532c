export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const number = (v) => (v === undefined || !Number.isFinite(v) ? '–' : v >= 100 ? String(Math.round(v)) : v.toPrecision(2).replace(/\.0$/, ''))

/** What is wanted, by size of the graph: of the ratio to force-graph, or of the mapper's own figure. */
const targets = {
  '1000 / 3000': { fps: [(r) => r >= 0.97, '≥ 1'], cost: [(r) => r <= 1, '≤ 1'] },
  '10000 / 30000': { fps: [(r) => r >= 3, '≥ 3'], cost: [(r) => r <= 0.35, '≤ 0.35'] },
}
const own = { longest: [(v) => v <= 100, '≤ 100 ms'], lit: [(v) => v <= 1, '≤ 1'] }
const measures = {
  opened: 'first picture, ms', fps: 'frames a second', cost: 'main thread, ms a frame', longest: 'longest task, ms', hover: 'pointer to picture, ms', lit: 'pointer to picture, frames',
}

/** Medians over the rounds, in the form of graph/bench. */
export function table(results) {
  const rows = [['bodies / lines', 'measure', 'mapper', 'force-graph', 'ratio', 'rounds', 'without picking', 'target']]
  for (const [graph, painters] of Object.entries(results)) {
    for (const [name, label] of Object.entries(measures)) {
      const of = (painter) => painters[painter]?.map((run) => run[name]) ?? []
      const [mine, theirs, bare] = ['mapper', 'force-graph', 'force-graph without picking'].map((p) => of(p))
      const ratio = median(mine) / median(theirs)
      const ratios = mine.map((v, i) => v / theirs[i]).sort((a, b) => a - b)
      const [holds, wanted] = targets[graph]?.[name] ?? []
      const [ownHolds, ownWanted] = own[name] ?? []
      const target = wanted ? `${wanted} ${holds(ratio) ? 'met' : 'MISSED'}` : ownWanted ? `${ownWanted} ${ownHolds(median(mine)) ? 'met' : 'MISSED'}` : ''
      rows.push([graph, label, number(median(mine)), number(median(theirs)), number(ratio), name === 'hover' || name === 'lit' ? '–' : `${number(ratios[0])}–${number(ratios.at(-1))}`, number(median(bare)), target])
    }
  }
  const widths = rows[0].map((_, i) => Math.max(...rows.map((r) => r[i].length)))
  return rows.map((r) => r.map((c, i) => (i < 2 || i === 7 ? c.padEnd(widths[i]) : c.padStart(widths[i]))).join('  ').trimEnd()).join('\n') + '\n'
}
