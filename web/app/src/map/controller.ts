// What a person can do to the map. Every deed makes a new view; the view goes to
// the address bar and the server's answer to it onto the screen.
import { get, type Hit, type Neighbourhood, type Node, type Ref, type Subgraph } from '../api'
import { adding, hiding, most, nowhere, question, readView, sameGraph, without, writeView, type Note, type View } from './address'
import { toScreen, type Point } from './camera'
import * as choosing from './deeds/choose'
import * as noting from './deeds/note'
import * as opening from './deeds/open'
import * as pinning from './deeds/pin'
import { describe } from './describe'
import { Journey } from './journey'
import { keep, type Kept } from './places'
import { Screen } from './screen'
import type { Stage } from './stage'
import type { MapState } from './state'
import type { Store } from './store'

type Step = 'push' | 'replace' | 'none'

export class Controller {
  readonly screen: Screen
  readonly journey: Journey | null
  private asked: AbortController | undefined
  private saving = 0

  constructor(readonly store: Store<MapState>, readonly stage: Stage) {
    this.screen = new Screen(store, stage)
    this.journey = this.exploring ? new Journey() : null
  }

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

  /** The bodies that are selected, one or several. */
  get selection(): Node[] {
    const { scene, chosen, view } = this.state
    return [...(chosen.size ? chosen : [view.selected])].flatMap((id) => scene.byId.get(id)?.node ?? [])
  }

  async start() {
    if (this.journey) {
      window.addEventListener('popstate', () => {
        this.journey!.arrived()
        void this.go(readView(location.search), 'none', this.journey!.kept)
      })
    }
    await this.work('Arranging the map', () => this.screen.show(this.state.graph, this.journey?.kept))
    this.save()
    const at = this.state.view.selected
    if (at) this.say(describe(this.state, at))
  }

  /** Goes to a view: address, request, picture. */
  async go(view: View, step: Step, kept?: Kept, afresh = false) {
    const before = this.state.view
    if (step === 'push') this.saveNow()
    clearTimeout(this.saving) // else the old picture would be kept with the new entry
    if (step !== 'none') this.journey?.[step](location.pathname + writeView(view))
    this.store.set({ view, choice: null, draft: null, menu: null, tool: null, chosen: new Set() })
    if (!sameGraph(before, view) || this.state.phase !== 'ready') await this.load(view, kept, afresh)
    else if (kept || afresh || !sameLook(before, view)) await this.work('Arranging the map', () => this.screen.show(this.state.graph, kept, afresh))
    this.save()
  }

  async load(view = this.state.view, kept?: Kept, afresh = false) {
    await this.work('Loading', async (signal) => {
      const graph = await get<Subgraph>('/api/map', question(view), signal)
      if (!signal.aborted) await this.screen.show(graph, kept, afresh)
    })
  }

  /** Long work: it says what it does, can be stopped, and gives way to what is newer. */
  async work(doing: string, task: (signal: AbortSignal) => Promise<unknown>) {
    this.asked?.abort()
    const { signal } = (this.asked = new AbortController())
    this.screen.drop()
    this.store.set({ phase: 'loading', doing, problem: '' })
    try {
      await task(signal)
      if (!signal.aborted) this.store.set({ phase: 'ready', doing: '' })
    } catch (err) {
      if (!signal.aborted) this.store.set({ phase: 'failed', doing: '', problem: (err as Error).message })
    }
  }

  stop() {
    this.asked?.abort()
    this.screen.drop()
    this.store.set({ phase: 'failed', doing: '', problem: 'Stopped. The picture is as it was before.' })
  }

  /** Keeps places and camera with the current entry of the history. */
  save() {
    clearTimeout(this.saving)
    if (this.journey) this.saving = window.setTimeout(() => this.saveNow(), 600)
  }

  saveNow() {
    clearTimeout(this.saving)
    this.stage.settle()
    if (this.state.scene.nodes.length) this.journey?.keep(keep(this.state.scene, this.stage.camera, this.stage.centre))
  }

  undo = () => this.leave('undo')
  redo = () => this.leave('redo')

  private leave(way: 'undo' | 'redo') {
    this.saveNow()
    this.journey?.[way]()
  }

  say(said: string) {
    if (said) this.store.set({ said })
  }

  hover(id: string) {
    this.stage.hover(id)
  }

  select = (id: string) => choosing.select(this, id)
  toggle = (id: string) => choosing.toggle(this, id)
  choose = (ids: Iterable<string>) => choosing.choose(this, ids)
  cursor = (id: string) => choosing.walkTo(this, id)

  expand = (id: string, hood: Neighbourhood) => opening.expand(this, id, hood)
  only = (id: string) => opening.only(this, id)
  more = (limit: number) => opening.more(this, limit)
  list = () => opening.list(this)
  offer = (nodes: Node[], title: string, of = '', total = nodes.length) => opening.offer(this, nodes, title, of, total)

  add(ids: readonly string[], selected = this.state.view.selected) {
    return this.go({ ...adding(this.state.view, this.shown, ids), selected }, 'push')
  }

  async addHit(hit: Hit | Ref) {
    if (this.shown.includes(hit.id)) this.select(hit.id)
    else await this.add([hit.id], hit.id)
    this.reveal(hit.id)
  }

  hide = (...ids: string[]) => this.go(hiding(this.state.view, ids), 'push')
  showHidden = () => this.go({ ...this.state.view, hide: [] }, 'push')

  /** Shows these and nothing else. */
  keepOnly(ids: readonly string[], selected = '') {
    this.stage.framed = true
    return this.go({ ...this.state.view, show: ids.slice(0, most), selected }, 'push')
  }

  /** Takes off what hangs on this body alone. */
  collapse(id: string) {
    const leaves = opening.hanging(this, id)
    return this.go({ ...without(this.state.view, this.shown, leaves), selected: id }, 'push')
  }

  pin = (...ids: string[]) => pinning.pin(this, ids)
  unpin = (...ids: string[]) => pinning.unpin(this, ids)
  moved = (id: string) => pinning.pin(this, [id])
  put = (id: string, at: Point) => pinning.put(this, id, at)

  /** Takes up a tool for the next press on the picture, or lays it down. */
  aim(tool: MapState['tool']) {
    if (tool !== this.state.tool) this.store.set({ tool })
  }

  menu(menu: MapState['menu']) {
    if (menu !== this.state.menu) this.store.set({ menu })
  }

  /** The menu of where the keyboard stands. */
  menuHere() {
    const { scene, view, cursor } = this.state
    const id = scene.edgeById.has(view.selected) ? view.selected : cursor
    const node = scene.byId.get(cursor)
    this.menu({ id, keyboard: true, at: node ? toScreen(this.stage.camera, this.stage.size, node) : { x: 60, y: 60 } })
  }

  help = () => document.querySelector<HTMLDialogElement>('dialog.map-help')?.showModal()

  write = (note: Note | undefined, which = -1) => noting.write(this, note, which)
  note = (note: Note, which = -1) => noting.keep(this, note, which)
  erase = (which: number) => noting.erase(this, which)

  narrow = (filters: Partial<View>) => this.go({ ...this.state.view, ...filters }, 'push')

  /** Back to the server's overview. */
  restart() {
    this.stage.framed = true
    return this.go(nowhere, 'push')
  }

  async rearrange() {
    this.stage.framed = true
    await this.go(this.state.view, this.exploring ? 'push' : 'none', undefined, true)
  }

  fit() {
    this.stage.settle()
    this.stage.framed = true
    this.stage.glide(new Map(), this.stage.fitted())
    this.save()
  }

  /** Selects a body and brings it into view. */
  visit(id: string) {
    this.select(id)
    this.reveal(id)
  }

  /** Brings a body into view. */
  reveal(id: string) {
    const n = this.state.scene.byId.get(id)
    if (!n || !this.screen.outside([n])) return
    this.stage.framed = false
    this.stage.glide(new Map(), { ...this.stage.camera, x: n.x, y: n.y })
  }
}

/** Whether two views of the same graph look the same. */
function sameLook(a: View, b: View): boolean {
  const look = ({ layout, size, colour, pins, notes }: View) => JSON.stringify([layout, size, colour, pins, notes])
  return look(a) === look(b)
}
