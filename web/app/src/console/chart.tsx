import { useState } from 'preact/hooks'
import { CellView, textOf } from './cell'
import { along, Plot } from './plot'
import type { Result } from './state'

const most = 60

type Kind = 'bars' | 'line' | 'points'
const names: Record<Kind, string> = { bars: 'Bars', line: 'Line', points: 'Points' }

/** Bars of a column of names and one of figures; a line where the names are dates or years; points where both are figures. */
export function Chart({ result }: { result: Result }) {
  const figures = result.columns.flatMap((_, i) => (result.rows.some((r) => typeof r[i] === 'number') ? [i] : []))
  const others = result.columns.flatMap((_, i) => (figures.includes(i) ? [] : [i]))
  const [chosen, choose] = useState<{ of: Result; x: number; y: number; kind: Kind | '' } | null>(null)
  const x = (chosen?.of === result ? chosen.x : others[0]) ?? figures[0] ?? 0
  const y = (chosen?.of === result ? chosen.y : figures[figures.length - 1]) ?? -1
  if (y < 0 || !result.rows.length) return <p class="empty">A chart needs a column of numbers, such as <code>count(*) AS n</code>, and one to name the bars.</p>
  const kinds = kindsOf(result, x)
  const wanted = chosen?.of === result ? chosen.kind : ''
  const kind = wanted && kinds.includes(wanted) ? wanted : kinds[0]!
  const value = (row: unknown[]) => (typeof row[y] === 'number' ? row[y] : 0)
  const longest = Math.max(...result.rows.map(value), 0)
  const pick = (which: 'x' | 'y', label: string, options: number[], now: number) => (
    <label>{label} <select class="field field--small" value={String(now)} onChange={(e) => choose({ of: result, x, y, kind: wanted, [which]: Number(e.currentTarget.value) })}>
      {options.map((i) => <option key={i} value={String(i)}>{result.columns[i]!.name}</option>)}
    </select></label>
  )
  return (
    <figure class="chart">
      <div class="console__row">{pick('x', kind === 'bars' ? 'Name the bars by' : 'Across', result.columns.map((_, i) => i), x)}{pick('y', kind === 'bars' ? 'Length' : 'Up', figures, y)}
        {kinds.length > 1 && <label>Drawn as <select class="field field--small" value={kind} onChange={(e) => choose({ of: result, x, y, kind: e.currentTarget.value as Kind })}>{kinds.map((k) => <option key={k} value={k}>{names[k]}</option>)}</select></label>}
      </div>
      {kind !== 'bars' ? <Plot result={result} x={x} y={y} joined={kind === 'line'} /> : <>
      <ol class="bars">
        {result.rows.slice(0, most).map((row, i) => (
          <li key={i}>
            <span class="bars__label"><CellView value={row[x] === null ? '' : typeof row[x] === 'object' && !('id' in row[x]!) ? textOf(row[x]!) : row[x]!} /></span>
            <svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false"><rect class="bar__box bar__box--plain" x="0" y="1" height="16" width={`${longest > 0 ? Math.max(0, (100 * value(row)) / longest) : 0}%`} /></svg>
            <span class="bars__value">{value(row).toLocaleString('en-GB')}</span>
            <span class="bars__status" />
          </li>
        ))}
      </ol>
      {result.rows.length > most && <figcaption>The first {most} of {result.rows.length.toLocaleString('en-GB')} rows; the table has all.</figcaption>}
      </>}
    </figure>
  )
}

/** The ways in which an answer can be drawn over a column, the most fitting first. */
function kindsOf(result: Result, x: number): Kind[] {
  const cells = result.rows.map((row) => row[x]).filter((c) => c !== null)
  if (cells.length < 2 || !cells.every((c) => along(c!) !== null)) return ['bars']
  return cells.every((c) => typeof c === 'string' || (Number.isInteger(c) && (c as number) > 1000 && (c as number) < 3000)) ? ['line', 'points', 'bars'] : ['points', 'bars']
}
