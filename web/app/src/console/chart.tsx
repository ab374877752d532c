import { useState } from 'preact/hooks'
import { CellView, textOf } from './cell'
import type { Result } from './state'

const most = 60

/** Bars: a column of names and one of figures. */
export function Chart({ result }: { result: Result }) {
  const figures = result.columns.flatMap((_, i) => (result.rows.some((r) => typeof r[i] === 'number') ? [i] : []))
  const names = result.columns.flatMap((_, i) => (figures.includes(i) ? [] : [i]))
  const [chosen, choose] = useState<{ of: Result; x: number; y: number } | null>(null)
  const x = (chosen?.of === result ? chosen.x : names[0]) ?? figures[0] ?? 0
  const y = (chosen?.of === result ? chosen.y : figures[figures.length - 1]) ?? -1
  if (y < 0 || !result.rows.length) return <p class="empty">A chart needs a column of numbers, such as <code>count(*) AS n</code>, and one to name the bars.</p>
  const value = (row: unknown[]) => (typeof row[y] === 'number' ? row[y] : 0)
  const longest = Math.max(...result.rows.map(value), 0)
  const pick = (which: 'x' | 'y', label: string, options: number[], now: number) => (
    <label>{label} <select class="field field--small" value={String(now)} onChange={(e) => choose({ of: result, x, y, [which]: Number(e.currentTarget.value) })}>
      {options.map((i) => <option key={i} value={String(i)}>{result.columns[i]!.name}</option>)}
    </select></label>
  )
  return (
    <figure class="chart">
      <div class="console__row">{pick('x', 'Name the bars by', result.columns.map((_, i) => i), x)}{pick('y', 'Length', figures, y)}</div>
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
    </figure>
  )
}
