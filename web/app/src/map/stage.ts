// The canvas: keeps its size, theme and camera, moves nodes to new places, and
// draws once a frame when something has changed. A large map is drawn in two goes: at
// once with as many lines as there is time for, and whole, bit by bit, when it rests.
import type { Box } from './boxes'
import { fit, toScreen, type Camera, type Point, type Size } from './camera'
import { Refiner } from './draw/refine'
import { sight, type Sight } from './draw/sight'
import { Stamps } from './draw/stamps'
import type { Effort } from './draw/bulk'
import type { Note } from './draw/notes'
import type { LayoutName } from './layout/messages'
import { Labels } from './labels'
import { readLook, type Look } from './look'
import { paint, type Picture } from './paint'
import { lit, type Attention } from './attention'
import type { Change } from '../api'
import type { Scene } from './scene'

const glide = 420
const rest = 160 // ms without movement, after which names find new places and all lines are drawn
const lively = 1500 // more bodies and lines than this are drawn in a hurry while they move
const large = 8000 // and more than this in two goes at rest, too
const quick: Effort = { most: 5000, fine: false }
const first: Effort = { most: 2000, fine: false } // for the first go of a large map

export class Stage {
  camera: Camera = { x: 0, y: 0, k: 1 }
  size: Size = { width: 0, height: 0 }
  scene: Scene | null = null
  attention: Attention = { hover: '', selected: '', cursor: '', centre: '' }
  // what else is on the picture; call invalidate() after changing one
  changes: ReadonlyMap<string, Change> | undefined
  notes: readonly Note[] = []
  lasso: readonly Point[] | undefined
  reserved: Box = { x: 0, y: 0, w: 0, h: 0 } // where the buttons lie over the picture
  layout: LayoutName = 'force'
  centre = '' // what the rings were laid around
  framed = false // whether the camera still shows all, so that a new size does too
  private look!: Look
  private labels = new Labels()
  private stamps!: Stamps
  private refiner = new Refiner()
  private due = 0
  private resting = 0
  private moved = -Infinity // when the picture last moved
  private placed = { at: -Infinity, for: this.attention, scene: this.scene } // when names last found places
  private seen: Sight | undefined // while neither bodies nor camera move
  private begun = { scene: this.scene, times: 0 } // the scene that was drawn last, and how often
  private move: ((share: number) => void) | null = null
  private began = 0

  constructor(readonly canvas: HTMLCanvasElement) {
    new ResizeObserver(() => this.resize()).observe(canvas)
    document.addEventListener('mapper:theme', () => this.restyle())
    void document.fonts?.ready.then(() => this.restyle())
    this.restyle()
    Object.defineProperty(canvas, 'drawn', { get: () => this.drawn() })
  }

  /** What is drawn and where on the canvas: a picture has no elements that a test could ask. */
  private drawn() {
    const { nodes = [], edges = [] } = this.scene ?? {}
    return { edges: edges.map((e) => e.id), nodes: nodes.map((n) => ({ id: n.id, ...toScreen(this.camera, this.size, n) })) }
  }

  restyle() {
    this.look = readLook(this.canvas)
    this.stamps = new Stamps(this.look, this.dense)
    this.invalidate()
  }

  /** A colour of the vocabulary as it is drawn on this ground. */
  colour(c: string): string {
    return this.look.node(c)
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas
    const dense = this.dense
    if (dense !== this.stamps.dense) this.stamps = new Stamps(this.look, dense)
    if (!width || !height) return
    this.size = { width, height }
    this.canvas.width = Math.round(width * dense)
    this.canvas.height = Math.round(height * dense)
    if (this.framed) this.camera = this.fitted()
    this.forget()
    this.draw()
  }

  private get dense() {
    return Math.min(3, devicePixelRatio || 1)
  }

  /** Something changed: all is drawn anew. */
  invalidate() {
    this.forget()
    this.overlay()
  }

  /** Bodies or camera moved: what was worked out for where they were is of no use. */
  private forget() {
    this.refiner.stop()
    this.seen = undefined
  }

  /** Only what lies over lines and shapes changed: what the pointer lights, the lasso, the notes. */
  overlay() {
    if (!this.due) this.due = requestAnimationFrame((now) => this.frame(now))
  }

  /** The pointer is on a body or a line, or on neither: "". */
  hover(id: string) {
    if (id === this.attention.hover) return
    this.attention = { ...this.attention, hover: id }
    this.overlay()
  }

  private frame(now: number) {
    this.due = 0
    if (this.move) {
      const share = Math.min(1, (now - this.began) / glide)
      this.move(1 - (1 - share) ** 3)
      this.moved = now
      this.forget()
      if (share < 1) this.invalidate()
      else this.move = null
    }
    this.draw(now)
  }

  /** What is to be seen, for the screen or to take away. */
  picture(): Picture {
    const { scene, camera, size, look, attention, labels, changes, notes, lasso, layout, centre } = this
    return { scene: scene!, camera, size, look, attention, labels, changes, notes, lasso, layout, centre }
  }

  private draw(now = performance.now()) {
    if (!this.scene) return // a pen would make the empty canvas black
    const pen = this.canvas.getContext('2d', { alpha: false })
    if (!pen) return
    const moving = now - this.moved < rest
    const much = this.scene.nodes.length + this.scene.edges.length
    const { placed, attention, scene } = this
    if (this.begun.scene !== scene) {
      this.begun = { scene, times: 0 }
      this.seen = undefined
    }
    // a large map comes in three goes: without names, finding places for them, with them
    const go = much > lively ? this.begun.times++ : 2
    const bare = go === 0
    const silent = go === 1 && !!this.seen // else the picture has been cleared or has moved on, and is drawn with its names
    const known = placed.for === attention && placed.scene === scene
    const still = !known || !(go === 2 && much > lively || moving && now - placed.at < rest)
    if (still && !bare) this.placed = { at: now, for: attention, scene }
    const under = this.refiner.under(!!lit(scene, attention)?.strong)
    this.seen ??= sight(scene!, this.camera, this.size)
    const picture: Picture = { ...this.picture(), seen: this.seen, stamps: this.stamps, reserved: [this.reserved], still, under, bare, silent }
    pen.setTransform(this.stamps.dense, 0, 0, this.stamps.dense, 0, 0)
    const labels = paint(pen, !under && much > (moving || go < 2 ? lively : large) ? { ...picture, effort: bare ? first : quick } : picture)
    Object.assign(this.canvas.dataset, { painted: this.scene.nodes.length, labels })
    clearTimeout(this.resting)
    if (go < 2) this.overlay()
    else if (moving) this.resting = window.setTimeout(() => this.invalidate(), rest)
    else if (much > lively && !under) this.refiner.start(this.canvas, picture, () => this.overlay())
  }

  lookAt(camera: Camera) {
    this.camera = camera
    this.framed = false
    this.moved = performance.now()
    this.invalidate()
  }

  fitted(points: readonly Point[] = this.scene?.nodes ?? []): Camera {
    return fit(points, this.size)
  }

  /** Moves nodes and camera to new places, at once for those who ask for no motion. */
  glide(to: Map<string, Point>, camera: Camera) {
    const scene = this.scene!
    const from = new Map(scene.nodes.map((n) => [n.id, { x: n.x, y: n.y }]))
    const start = this.camera
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || this.size.width === 0
    const go = (share: number) => {
      for (const n of scene.nodes) {
        const [a, b] = [from.get(n.id)!, to.get(n.id)]
        if (!b) continue
        n.x = Number.isNaN(a.x) ? b.x : a.x + (b.x - a.x) * share
        n.y = Number.isNaN(a.y) ? b.y : a.y + (b.y - a.y) * share
      }
      this.camera = {
        x: start.x + (camera.x - start.x) * share, y: start.y + (camera.y - start.y) * share, k: start.k * (camera.k / start.k) ** share,
      }
    }
    if (still) go(1)
    else {
      this.began = performance.now()
      this.move = go
      go(0)
    }
    this.invalidate()
  }

  /** Ends a movement at its goal, before something else takes hold of the picture. */
  settle() {
    if (this.move) this.forget()
    this.move?.(1)
    this.move = null
  }
}
