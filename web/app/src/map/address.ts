// The address bar is the state of the map: what is shown, filtered, dated and selected.
import { query } from '../api'

export interface View {
  show: readonly string[] // none: the server's overview
  relations: readonly string[]
  kinds: readonly string[]
  statuses: readonly string[]
  asAt: string
  selected: string // id of a node or of a line
}

/** As many as an address carries with ease. */
export const most = 200

export const nowhere: View = { show: [], relations: [], kinds: [], statuses: [], asAt: '', selected: '' }

export function readView(search: string): View {
  const q = new URLSearchParams(search)
  const all = (name: string) => q.getAll(name).filter(Boolean)
  return {
    show: all('show'), relations: all('relation'), kinds: all('kind'), statuses: all('status'),
    asAt: q.get('as_at') ?? '', selected: q.get('selected') ?? '',
  }
}

/** What narrows the graph, for every request. */
export const narrowing = (v: View) => ({ relation: v.relations, kind: v.kinds, status: v.statuses, as_at: v.asAt })

export const writeView = (v: View) => query({ show: v.show, ...narrowing(v), selected: v.selected })

/** Whether two views ask the server for the same graph. */
export const sameGraph = (a: View, b: View) => writeView({ ...a, selected: '' }) === writeView({ ...b, selected: '' })

/** Adds ids to what is shown; what was there first stays when not all fit. */
export function adding(v: View, shown: readonly string[], ids: readonly string[]): View {
  return { ...v, show: [...new Set([...shown, ...ids])].slice(0, most) }
}

export function hiding(v: View, shown: readonly string[], id: string): View {
  return { ...v, show: shown.filter((s) => s !== id).slice(0, most), selected: v.selected === id ? '' : v.selected }
}
