// The address bar is the state of the map: what is shown, hidden, filtered, dated,
// arranged and selected. web/maps.go reads the same names.
import { query } from '../api'

/** Where a body was put by hand, in whole units of the map. */
export interface Pin { id: string; x: number; y: number }

/** A remark that stands on the map. */
export interface Note { x: number; y: number; text: string }

export interface View {
  show: readonly string[] // none: the server's overview
  hide: readonly string[] // taken off what would be shown
  relations: readonly string[]
  kinds: readonly string[]
  statuses: readonly string[]
  documents: readonly string[] // only what these say
  links: number // only bodies joined to so many of those shown; 0 is any number
  asAt: string
  was: string // the day to compare with asAt, or with now
  layout: string // '' is by force
  size: string // '' is by links
  colour: string // '' is by kind
  pins: readonly Pin[]
  notes: readonly Note[]
  selected: string // id of a node or of a line
}

/** As many as an address carries with ease: with ids of 30 letters it stays below the 8 kB that proxies take. The server answers up to 500. */
export const most = 200

/** As long as a remark may be. */
export const longest = 280

export const nowhere: View = {
  show: [], hide: [], relations: [], kinds: [], statuses: [], documents: [], links: 0, asAt: '', was: '',
  layout: '', size: '', colour: '', pins: [], notes: [], selected: '',
}

export function readView(search: string): View {
  const q = new URLSearchParams(search)
  const all = (name: string) => q.getAll(name).filter(Boolean)
  const one = (name: string) => q.get(name) ?? ''
  return {
    show: all('show'), hide: all('hide'), relations: all('relation'), kinds: all('kind'), statuses: all('status'),
    documents: all('document'), links: Math.max(0, Math.trunc(Number(one('links'))) || 0), asAt: one('as_at'), was: one('was'),
    layout: one('layout'), size: one('size'), colour: one('colour'),
    pins: all('pin').flatMap(readPin), notes: all('note').flatMap(readNote), selected: one('selected'),
  }
}

/** id~x~y; an id may hold the sign itself. */
function readPin(text: string): Pin[] {
  const [, id, x, y] = /^(.+)~(-?\d+)~(-?\d+)$/.exec(text) ?? []
  return id ? [{ id, x: Number(x), y: Number(y) }] : []
}

/** x~y~text */
function readNote(text: string): Note[] {
  const [, x, y, words] = /^(-?\d+)~(-?\d+)~(.+)$/s.exec(text) ?? []
  return words ? [{ x: Number(x), y: Number(y), text: words.slice(0, longest) }] : []
}

const whole = Math.round
const writePin = (p: Pin) => `${p.id}~${whole(p.x)}~${whole(p.y)}`
const writeNote = (n: Note) => `${whole(n.x)}~${whole(n.y)}~${n.text}`

/** What narrows a single body's neighbourhood. */
export const nearby = (v: View) => ({ relation: v.relations, kind: v.kinds, status: v.statuses, document: v.documents, as_at: v.asAt })

/** What narrows the map, for every request about all of it. */
export const narrowing = (v: View) => ({
  ...nearby(v), links: v.links || undefined, hide: v.hide, was: v.was,
})

/** What the server answers a view with depends on this alone. */
export const question = (v: View) => ({ show: v.show, ...narrowing(v) })

export const writeView = (v: View) => query({
  ...question(v), layout: v.layout, size: v.size, colour: v.colour,
  pin: v.pins.map(writePin), note: v.notes.map(writeNote), selected: v.selected,
})

/** Whether two views ask the server for the same graph. */
export const sameGraph = (a: View, b: View) => query(question(a)) === query(question(b))

/** Adds ids to what is shown; what was there first stays when not all fit. */
export function adding(v: View, shown: readonly string[], ids: readonly string[]): View {
  return { ...v, show: [...new Set([...shown, ...ids])].slice(0, most), hide: v.hide.filter((id) => !ids.includes(id)) }
}

/** Hides ids; what hangs on the picture with them goes too: pins and the selection. */
export function hiding(v: View, ids: readonly string[]): View {
  const stays = (id: string) => !ids.includes(id)
  return {
    ...v, hide: [...new Set([...v.hide, ...ids])].slice(0, most), pins: v.pins.filter((p) => stays(p.id)),
    selected: stays(v.selected) ? v.selected : '',
  }
}

/** Takes ids off what is shown, as if they had never been added. */
export function without(v: View, shown: readonly string[], ids: readonly string[]): View {
  const stays = (id: string) => !ids.includes(id)
  return { ...v, show: shown.filter(stays).slice(0, most), pins: v.pins.filter((p) => stays(p.id)), selected: stays(v.selected) ? v.selected : '' }
}
