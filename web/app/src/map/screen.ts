// Brings a graph onto the screen: what stood there stays where it was, what is new
// finds a place, and the camera moves only when it has to.
import type { Subgraph } from '../api'
import { plural } from '../words'
import type { View } from './address'
import type { Point } from './camera'
import { arrange, layouts, type LayoutName } from './layout/arrange'
import type { Measured } from './measure/measure'
import { Places, type Kept } from './places'
import { building, type Scene } from './scene'
import { inSlices } from './slices'
import type { Stage } from './stage'
import type { MapState } from './state'
import type { Store } from './store'

export class Screen {
  readonly places = new Places()
  private turn = 0

  constructor(private store: Store<MapState>, private stage: Stage) {}

  /** What is under way no longer counts. */
  drop() {
    this.turn++
  }

  async show(graph: Subgraph, kept?: Kept, afresh = false) {
    const mine = ++this.turn
    const { stage, places, store } = this
    const { view, words, scene: before } = store.get()
    const layout = layouts.find((l) => l === view.layout) ?? 'force'
    stage.settle()
    places.remember(before)
    places.restore(kept)
    places.pin(view.pins)
    if (!kept && (afresh || layout !== stage.layout)) places.loosen()
    const scene = await inSlices(building(graph, words, places.known))
    if (mine !== this.turn) return // something newer is on its way
    const centre = centreOf(scene, view, kept, stage.centre)
    const measured = await this.measure(scene, view)
    if (mine !== this.turn) return
    const found = await this.find(scene, layout, centre)
    if (mine !== this.turn) return
    this.put(scene, found, before)
    Object.assign(stage, { scene, layout, centre, notes: view.notes })
    store.set({ graph, scene, measured, phase: 'ready', doing: '', problem: '' })
    this.move(scene, found, before, kept)
    if (before.nodes.length) store.set({ said: `${plural(scene.nodes.length, 'body', 'bodies')} and ${plural(scene.edges.length, 'line', 'lines')} shown.` })
  }

  /** Sizes and colours by a measure; its code is fetched by the first who asks for one. */
  private async measure(scene: Scene, { size, colour }: View): Promise<Measured | null> {
    if (!size && !colour) return null
    const { apply, colours, measure, sizes } = await import('./measure/measure')
    this.store.set({ doing: 'Measuring the network' })
    const measured = await measure(scene, sizes.find((s) => s === size) ?? 'links', colours.find((c) => c === colour) ?? 'kind')
    apply(scene, measured)
    return measured
  }

  /** Places for those that have none; nothing when all have. */
  private async find(scene: Scene, layout: LayoutName, centre: string): Promise<Map<string, Point>> {
    if (!scene.nodes.some((n) => Number.isNaN(n.x))) return new Map()
    const { width, height } = this.stage.size
    this.store.set({ doing: `Arranging ${plural(scene.nodes.length, 'body', 'bodies')}` })
    const { x, y } = await arrange(scene, width / Math.max(1, height), layout, centre)
    return new Map(scene.nodes.map((n, i) => [n.id, n.pinned ? { x: n.x, y: n.y } : { x: x[i]!, y: y[i]! }]))
  }

  /** A newcomer comes out of a neighbour that is there already. */
  private put(scene: Scene, found: Map<string, Point>, before: Scene) {
    const { known } = this.places
    for (const n of scene.nodes) {
      if (!Number.isNaN(n.x)) continue
      const near = [...scene.around.get(n.id)!].map((id) => known.get(id)).find((spot) => spot)
      const { x, y } = before.byId.get(n.id) ?? near ?? found.get(n.id) ?? { x: 0, y: 0 }
      Object.assign(n, { x, y })
    }
  }

  private move(scene: Scene, found: Map<string, Point>, before: Scene, kept?: Kept) {
    const { stage } = this
    const points = scene.nodes.map((n) => found.get(n.id) ?? n)
    const first = before.nodes.length === 0
    stage.framed ||= first && !kept
    const astray = this.outside([...found.values()]) || (points.length > 0 && points.every((p) => this.outside([p])))
    const other = found.size > 0 || points.length !== before.nodes.length // else it is the same picture, and stays in sight as it is
    const camera = kept?.camera ?? (other && (stage.framed || astray) ? stage.fitted(points) : stage.camera)
    if (first) stage.camera = camera
    if (first) for (const n of scene.nodes) Object.assign(n, found.get(n.id))
    stage.glide(found.size ? found : new Map(), camera)
  }

  outside(points: readonly Point[]): boolean {
    const { camera: c, size: s } = this.stage
    return points.some((p) => Math.abs(p.x - c.x) * c.k > s.width / 2 - 20 || Math.abs(p.y - c.y) * c.k > s.height / 2 - 16)
  }
}

/** What rings lie around: as it was kept, else what is selected, else the best connected. */
function centreOf(scene: Scene, view: View, kept: Kept | undefined, now: string): string {
  const of = [kept?.centre, view.layout === 'rings' ? view.selected : '', now].find((id) => id && scene.byId.has(id))
  return of ?? scene.nodes[0]?.id ?? ''
}
