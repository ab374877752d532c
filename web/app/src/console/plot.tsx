// A line or points over a measure: small SVG. The figures stand beside it as a table, in the same order.
import { textOf } from './cell'
import type { Cell, Result } from './state'

const wide = 640, high = 260, left = 64, below = 32, top = 20, right = 16
const most = 1000 // points drawn

/** How far along a cell stands: a number, or a year, month or day in milliseconds; null for any other. */
export function along(cell: Cell): number | null {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string' || !/^\d{4}(-\d\d){0,2}$/.test(cell)) return null
  const at = Date.parse(cell)
  return Number.isNaN(at) ? null : at
}

export function Plot({ result, x, y, joined }: { result: Result; x: number; y: number; joined: boolean }) {
  const all = result.rows.flatMap((row) => {
    const at = row[x] === null ? null : along(row[x]!)
    return at !== null && typeof row[y] === 'number' ? [{ at, up: row[y] as number, says: textOf(row[x]!) }] : []
  }).slice(0, most)
  if (joined) all.sort((a, b) => a.at - b.at)
  if (!all.length) return <p class="empty">No row has both values.</p>
  const across = scale(all.map((p) => p.at), left, wide - right)
  const upward = scale([...all.map((p) => p.up), 0], high - below, top)
  const [first, last] = [all.reduce((a, b) => (b.at < a.at ? b : a)), all.reduce((a, b) => (b.at > a.at ? b : a))]
  const column = (i: number) => result.columns[i]!.name
  const dots = all.map((p) => [across(p.at), upward(p.up)] as const)
  const figure = (n: number) => n.toLocaleString('en-GB')
  const ends = upward.ends
  return (
    <div class="plot">
      <svg class="plot__picture" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${column(y)} over ${column(x)}, ${all.length} points from ${first.says} to ${last.says}; the table beside it has the figures.`}>
        <path class="plot__axis" d={`M${left} ${top}V${high - below}H${wide - right}`} />
        {ends.map((n) => <text key={n} class="plot__text" x={left - 6} y={upward(n) + 4} text-anchor="end">{n.toLocaleString('en-GB', { notation: 'compact' })}</text>)}
        <text class="plot__text" x={left} y={high - 8}>{first.says}</text>
        {last.at !== first.at && <text class="plot__text" x={wide - right} y={high - 8} text-anchor="end">{last.says}</text>}
        {joined && <polyline class="plot__line" points={dots.map((p) => p.join(',')).join(' ')} />}
        {dots.map(([cx, cy], i) => <circle key={i} class="plot__dot" cx={cx} cy={cy} r={joined ? 3 : 4}><title>{`${all[i]!.says}: ${figure(all[i]!.up)}`}</title></circle>)}
      </svg>
      <div class="plot__figures" tabIndex={0} role="region" aria-label="The figures">
        <table><thead><tr><th scope="col">{column(x)}</th><th scope="col">{column(y)}</th></tr></thead>
          <tbody>{all.map((p, i) => <tr key={i}><th scope="row">{p.says}</th><td>{figure(p.up)}</td></tr>)}</tbody></table>
      </div>
    </div>
  )
}

/** Maps values onto a stretch of the picture; its ends are the least and the greatest. */
function scale(values: number[], from: number, to: number) {
  const least = Math.min(...values), greatest = Math.max(...values)
  const at = (v: number) => (greatest === least ? (from + to) / 2 : from + ((v - least) / (greatest - least)) * (to - from))
  return Object.assign(at, { ends: greatest === least ? [least] : [least, greatest] })
}
