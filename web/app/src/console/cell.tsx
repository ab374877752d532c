import { path, type Ref } from '../api'
import type { Cell } from './state'

export const isRef = (v: unknown): v is Ref => !!v && typeof v === 'object' && 'id' in v && 'name' in v && !('labels' in v)

/** A cell as one reads it; entities and documents are links. */
export function CellView({ value }: { value: Cell }) {
  if (value === null || value === undefined) return <span class="quiet" aria-label="nothing">–</span>
  if (isRef(value)) return <a href={path(value.kinds?.length ? 'entities' : 'documents', value.id)}>{value.name || value.id}</a>
  if (typeof value === 'number') return <>{value.toLocaleString('en-GB')}</>
  if (typeof value === 'object') return <Deep value={value} />
  return <>{String(value)}</>
}

/** What has parts, in short; the whole unfolds. */
function Deep({ value }: { value: object }) {
  const text = JSON.stringify(value)
  if (text.length <= 160) return <code>{text}</code>
  return (
    <details class="fold"><summary>{Array.isArray(value) ? `${value.length} values` : `${Object.keys(value).length} fields`}</summary>
      <pre class="code code--small" tabIndex={0}><code>{JSON.stringify(value, null, 2).slice(0, 20_000)}</code></pre></details>
  )
}

/** A cell as plain text, for sorting and for charts. */
export const textOf = (v: Cell): string => (v === null || v === undefined ? '' : isRef(v) ? v.name || v.id : typeof v === 'object' ? JSON.stringify(v) : String(v))
