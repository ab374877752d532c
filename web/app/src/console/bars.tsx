import { CellView, isRef, textOf } from './cell'
import { mostBars } from './stack'
import type { Cell, Result } from './state'

/** A bar for each row, as long as its share of the longest; what is below zero goes the other way. */
export function Bars({ result, names, y }: { result: Result; names: number[]; y: number }) {
  const value = (row: Cell[]) => (typeof row[y] === 'number' ? row[y] : 0)
  const values = result.rows.map(value)
  const [least, greatest] = [Math.min(...values, 0), Math.max(...values, 0)]
  const share = (n: number) => (greatest > least ? (100 * n) / (greatest - least) : 0)
  const zero = share(-least)
  return (
    <>
      <ol class="bars">
        {result.rows.slice(0, mostBars).map((row, i) => {
          const n = value(row)
          return (
            <li key={i}>
              <span class="bars__label">{names.map((x, j) => <>{j > 0 && ', '}<Label cell={row[x]!} /></>)}</span>
              <svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false">
                <rect class="bar__box bar__box--plain" x={`${zero + share(Math.min(n, 0))}%`} y="1" height="16" width={`${share(Math.abs(n))}%`} />
                {least < 0 && <line class="bar__zero" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="18" />}
              </svg>
              <span class="bars__value">{n.toLocaleString('en-GB')}</span>
              <span class="bars__status" />
            </li>
          )
        })}
      </ol>
      {result.rows.length > mostBars && <figcaption>The first {mostBars} of {result.rows.length.toLocaleString('en-GB')} rows; the table has all.</figcaption>}
    </>
  )
}

/** What a bar is called: a link where it is a body, else a text. */
export function Label({ cell }: { cell: Cell }) {
  return <CellView value={cell !== null && typeof cell === 'object' && !isRef(cell) ? textOf(cell) : cell} />
}
