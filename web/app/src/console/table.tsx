import { useMemo, useState } from 'preact/hooks'
import { CellView, textOf } from './cell'
import type { Cell, Result } from './state'

const page = 200 // rows drawn at a time: a thousand rows with links take a phone a second

/** The rows, to be sorted by any column. */
export function Table({ result }: { result: Result }) {
  const [by, setBy] = useState<{ column: number; down: boolean } | null>(null)
  const [most, setMost] = useState(page)
  const rows = useMemo(() => (by ? sorted(result.rows, by.column, by.down) : result.rows), [result, by])
  if (!result.rows.length) return <p class="empty">No rows.</p>
  const turn = (column: number) => setBy(by?.column !== column ? { column, down: false } : by.down ? null : { column, down: true })
  const numeric = result.columns.map((_, i) => result.rows.some((r) => typeof r[i] === 'number'))
  return (
    <>
      <div class="scroll" role="region" aria-label="Rows of the answer" tabIndex={0}>
        <table class="table" data-answer>
          <caption class="visually-hidden">Rows of the answer</caption>
          <thead><tr>{result.columns.map((c, i) => (
            <th key={i} scope="col" class={numeric[i] ? 'num' : ''} aria-sort={by?.column === i ? (by.down ? 'descending' : 'ascending') : 'none'}>
              <button class="table__sort" type="button" onClick={() => turn(i)}>{c.name}<span aria-hidden="true">{by?.column === i ? (by.down ? ' ▼' : ' ▲') : ''}</span></button>
            </th>))}</tr></thead>
          <tbody>{rows.slice(0, most).map((row, i) => <tr key={i}>{row.map((v, j) => <td key={j} class={typeof v === 'number' ? 'num' : ''}><CellView value={v} /></td>)}</tr>)}</tbody>
        </table>
      </div>
      {rows.length > most && <p><button class="button button--quiet button--small" type="button" onClick={() => setMost(rows.length)}>Draw the other {(rows.length - most).toLocaleString('en-GB')} rows</button></p>}
    </>
  )
}

function sorted(rows: Cell[][], column: number, down: boolean): Cell[][] {
  const order = new Intl.Collator('en-GB', { numeric: true })
  const compare = (a: Cell, b: Cell) => (typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(textOf(a), textOf(b)))
  return [...rows].sort((x, y) => (down ? -1 : 1) * compare(x[column]!, y[column]!))
}
