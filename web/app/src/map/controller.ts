// What a person can do to the map. Every deed makes a new view; the view goes to
// the address bar and the server's answer to it onto the screen.
import { entity, get, type Hit, type Neighbourhood, type Subgraph } from '../api'
import { adding, most, nearby, nowhere, question, readView, sameGraph, without, writeView, type View } from './address'
import { describe } from './describe'
import { arrange } from './layout/arrange'
import { keep, Places, type Kept } from './places'
import { buildScene } from './scene'
import type { Point } from './camera'
import type { Stage } from './stage'
import type { MapState } from './state'
import type { Store } from './store'

/** More neighbours than this are offered as a list, never thrown onto the map. */
export const burst = 25

export class Controller {
  private places = new Places()
  private asked: AbortController | undefined
  private saving = 0

  constructor(readonly store: Store<MapState>, readonly stage: Stage) {}

  get state() {
    return this.store.get()
  }

  get exploring() {
    return this.state.mode !== 'embedded'
  }

  /** Ids on the map now. */
  get shown(): string[] {
    return this.state.scene.nodes.map((n) => n.id)
  }

  async start() {
    if (this.exploring) {
      this.places.restore(history.state?.map)
      window.addEventListener('popstate', (event) => {
        this.places.restore(event.state?.map)
        void this.go(readView(location.search), 'none', event.state?.map)
      })
    }
    this.store.set({ phase: 'loading' }) // the layout of a large map takes its time
    try {
      await this.show(this.state.graph, this.exploring ? history.state?.map : undefined)
    } catch (err) {
      this.store.set({ phase: 'failed', problem: (err as Error).message })
    }
    const at = this.state.view.selected
    if (at) this.say(at)
  }

  /** Goes to a view: address, request, picture. */
  async go(view: View, step: 'push' | 'replace' | 'none', kept?: Kept, afresh = false) {
    const before = this.state.view
    if (step === 'push') this.saveNow()
    clearTimeout(this.saving) // else the old picture would be kept with the new entry
    if (this.exploring && step !== 'none') {
      history[step === 'push' ? 'pushState' : 'replaceState'](step === 'push' ? {} : history.state, '', location.pathname + writeView(view))
    }
    this.store.set({ view, choice: null })
    if (sameGraph(before, view) && this.state.phase === 'ready') {
      if (kept) await this.show(this.state.graph, kept)
      return
    }
    await this.load(view, kept, afresh)
  }

  async load(view = this.state.view, kept?: Kept, afresh = false) {
    this.asked?.abort()
    const asked = (this.asked = new AbortController())
    this.store.set({ phase: 'loading', problem: '' })
    try {
      const graph = await get<Subgraph>('/api/map', question(view), asked.signal)
      if (!asked.signal.aborted) await this.show(graph, kept, afresh)
    } catch (err) {
      if (!asked.signal.aborted) this.store.set({ phase: 'failed', problem: (err as Error).message })
    }
  }

  private async show(graph: Subgraph, kept?: Kept, afresh = false) {
    this.stage.settle()
    this.places.remember(this.state.scene)
    if (afresh) this.places.loosen()
    this.places.restore(kept)
    const old = new Set(this.shown)
    const scene = buildScene(graph, this.state.words, this.places.known)
    const fresh = scene.nodes.some((n) => Number.isNaN(n.x))
    const asked = this.asked
    const places = new Map<string, Point>()
    if (fresh) {
      const { x, y } = await arrange(scene, this.stage.size.width / Math.max(1, this.stage.size.height))
      if (asked !== this.asked) return // something newer is on its way
      scene.nodes.forEach((n, i) => places.set(n.id, n.pinned ? { x: n.x, y: n.y } : { x: x[i]!, y: y[i]! }))
    }
    for (const n of scene.nodes) if (Number.isNaN(n.x)) Object.assign(n, this.entrance(n.id, scene.around, places))
    this.stage.scene = scene
    this.store.set({ graph, scene, phase: 'ready', problem: '' })
    const points = scene.nodes.map((n) => places.get(n.id) ?? n)
    const first = old.size === 0
    const all = this.stage.fitted(points)
    this.stage.framed ||= first && !kept
    const camera = kept?.camera ?? (this.stage.framed || this.outside(points) ? all : this.stage.camera)
    if (first) this.stage.camera = camera
    if (first) for (const n of scene.nodes) Object.assign(n, places.get(n.id))
    this.stage.glide(places, camera)
    this.save()
  }

  /** A newcomer comes out of a neighbour that is there already. */
  private entrance(id: string, around: Map<string, Set<string>>, places: Map<string, Point>): Point {
    for (const other of around.get(id) ?? []) {
      const spot = this.places.known.get(other)
      if (spot) return { x: spot.x, y: spot.y }
    }
    return places.get(id) ?? { x: 0, y: 0 }
  }

  private outside(points: Point[]): boolean {
    const { camera: c, size: s } = this.stage
    return points.some((p) => Math.abs(p.x - c.x) * c.k > s.width / 2 - 20 || Math.abs(p.y - c.y) * c.k > s.height / 2 - 16)
  }

  /** Keeps places and camera with the current entry of the history. */
  save() {
    clearTimeout(this.saving)
    if (!this.exploring) return
    this.saving = window.setTimeout(() => this.saveNow(), 600)
  }

  saveNow() {
    clearTimeout(this.saving)
    this.stage.settle()
    if (this.exploring) history.replaceState({ ...history.state, map: keep(this.state.scene, this.stage.camera) }, '')
  }

  select(id: string) {
    if (id === this.state.view.selected && !this.state.choice) return
    const view = { ...this.state.view, selected: id }
    this.store.set({ view, choice: null })
    if (this.state.scene.byId.has(id)) this.store.set({ cursor: id })
    if (this.exploring) history.replaceState(history.state, '', location.pathname + writeView(view))
    this.say(id)
  }

  hover(id: string) {
    if (id !== this.state.hover) this.store.set({ hover: id })
  }

  cursor(id: string) {
    this.store.set({ cursor: id })
    this.say(id)
  }

  /** Opens up a neighbourhood; a large one as a list to choose from. */
  async expand(id: string, hood: Neighbourhood) {
    this.store.set({ phase: 'loading' })
    try {
      const { relations: _, ...narrow } = this.state.view
      const found = await get<Subgraph>(`${entity(id)}/neighbours`, {
        ...nearby({ ...narrow, relations: [hood.relation] }), direction: hood.direction === 'both' ? '' : hood.direction, limit: most,
      })
      this.store.set({ phase: 'ready' })
      const nodes = (found.nodes ?? []).filter((n) => n.id !== id)
      if (nodes.length > burst) this.store.set({ choice: { of: id, hood, nodes, total: Math.max(hood.entities, nodes.length) } })
      else await this.add([id, ...nodes.map((n) => n.id)], id)
    } catch (err) {
      this.store.set({ phase: 'failed', problem: (err as Error).message })
    }
  }

  async add(ids: string[], selected = this.state.view.selected) {
    await this.go({ ...adding(this.state.view, this.shown, ids), selected }, 'push')
  }

  async addHit(hit: Hit) {
    if (this.shown.includes(hit.id)) this.select(hit.id)
    else await this.add([hit.id], hit.id)
    this.reveal(hit.id)
  }

  hide = (id: string) => this.go(without(this.state.view, this.shown, [id]), 'push')

  /** Shows a body with its neighbours and nothing else. */
  async only(id: string) {
    this.store.set({ phase: 'loading' })
    try {
      const found = await get<Subgraph>(`${entity(id)}/neighbours`, { ...nearby(this.state.view), limit: most })
      this.store.set({ phase: 'ready' })
      this.stage.framed = true
      await this.go({ ...this.state.view, show: [id, ...(found.nodes ?? []).map((n) => n.id).filter((n) => n !== id)].slice(0, most), selected: id }, 'push', undefined, true)
    } catch (err) {
      this.store.set({ phase: 'failed', problem: (err as Error).message })
    }
  }

  narrow = (filters: Partial<View>) => this.go({ ...this.state.view, ...filters }, 'push')

  /** Back to the server's overview. */
  restart = () => {
    this.stage.framed = true
    return this.go(nowhere, 'push')
  }

  async rearrange() {
    this.saveNow()
    this.stage.framed = true
    if (this.exploring) history.pushState({}, '', location.href)
    await this.show(this.state.graph, undefined, true)
  }

  fit() {
    this.stage.settle()
    this.stage.framed = true
    this.stage.glide(new Map(), this.stage.fitted())
    this.save()
  }

  /** Brings a body into view. */
  reveal(id: string) {
    const n = this.state.scene.byId.get(id)
    if (!n || !this.outside([n])) return
    this.stage.framed = false
    this.stage.glide(new Map(), { ...this.stage.camera, x: n.x, y: n.y })
  }

  /** After a drag: the node stays where it was put. */
  pinned() {
    this.store.set({})
    this.save()
  }

  unpin(id: string) {
    const node = this.state.scene.byId.get(id)
    if (node) node.pinned = false
    this.stage.invalidate()
    this.pinned()
  }

  private say(id: string) {
    const said = describe(this.state, id)
    if (said) this.store.set({ said })
  }
}
