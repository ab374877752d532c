import { path, type Ref } from '../api'
import { plural } from '../words'
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

/** Where a claim or a body among other values leads, and what it is called. */
function linkOf(value: unknown): { href: string; text: string } | null {
  const { type, labels, properties } = (value ?? {}) as { type?: string; labels?: string[]; properties?: { id?: string; name?: string } }
  if (!properties?.id) return null
  if (type) return { href: path('edges', properties.id), text: type }
  return labels?.includes('Entity') ? { href: path('entities', properties.id), text: properties.name ?? properties.id } : null
}

/** What has parts: links where it is claims and bodies, else in short, and the whole unfolds. */
function Deep({ value }: { value: object }) {
  const links = (Array.isArray(value) ? value : [value]).map(linkOf)
  if (links.length > 0 && links.length <= 20 && links.every((l) => l)) {
    return <ul class="stack">{links.map((l, i) => <li key={i}><a href={l!.href}>{l!.text}</a></li>)}</ul>
  }
  const text = JSON.stringify(value)
  if (text.length <= 160) return <code>{text}</code>
  return (
    <details class="fold"><summary>{Array.isArray(value) ? `${plural(value.length, 'value', 'values')}` : `${plural(Object.keys(value).length, 'field', 'fields')}`}</summary>
      <pre class="code code--small" tabIndex={0}><code>{JSON.stringify(value, null, 2).slice(0, 20_000)}</code></pre></details>
  )
}

/** A cell as plain text, for sorting and for charts. */
export const textOf = (v: Cell): string => (v === null || v === undefined ? '' : isRef(v) ? v.name || v.id : typeof v === 'object' ? JSON.stringify(v) : String(v))
