// Labels never overlap one another or a shape: the best connected choose first, each
// the side that fewest lines cross; who finds no room waits for the reader to come nearer.
import { Boxes, Ink, type Box } from './boxes'
import type { Size } from './camera'
import { along, type Curve } from './curve'
import type { Sight } from './draw/sight'
import type { Scene, SceneEdge, SceneNode } from './scene'
import type { Lit } from './attention'
import { wrapWhole } from './wrap'

export interface Label {
  id: string // of a node or a line
  lines: string[]; x: number; y: number; size: number; bold: boolean; align: CanvasTextAlign; step: number
  box: Box
  node?: SceneNode
  fromX?: number // where the label stands to its shape
  fromY?: number
}

export type Measure = (text: string, size: number, bold: boolean) => number

export interface Ask {
  scene: Scene; seen: Sight; size: Size
  curves: readonly Curve[] // what names should rather not lie upon
  light: Lit | null
  bright: readonly [SceneEdge, Curve][] // lines that are to be named
  first: readonly string[]
  measure: Measure
  reserved: readonly Box[]
}

const most = 160
const tried = 900 // of a crowd, only so many of the best connected ask for room
const mostLines = 14
const crowded = 1500 // with more shapes in sight, small ones are no obstacle, only better avoided
const small = 4
// below, right, left, above, then the corners: where the label stands to its shape
const sides = [[0, 1], [1, 0], [-1, 0], [0, -1], [1, 0.7], [-1, 0.7], [1, -0.7], [-1, -0.7]] as const

export class Labels {
  private last = new Map<string, number>() // side taken before: labels stay where they were if they can
  private placed: Label[] = []

  place(ask: Ask): Label[] {
    const { scene, seen, size, light, first, measure } = ask
    const only = light?.strong ? light.nodes : null
    const room = new Room(ask.reserved)
    const ink = inked(size, ask.curves)
    const wanted: SceneNode[] = []
    for (const i of seen.nodes) {
      const n = scene.nodes[i]!
      if (only && !only.has(n.id)) continue
      const r = seen.r[i]!
      if (r < small && seen.nodes.length > crowded && !first.includes(n.id)) ink.add(seen.x[i]!, seen.y[i]!, 2)
      else room.shape({ x: seen.x[i]! - r, y: seen.y[i]! - r, w: 2 * r, h: 2 * r }, i)
      if (wanted.length < tried || first.includes(n.id) || light?.nodes.has(n.id)) wanted.push(n)
    }
    const urgent = (n: SceneNode) => (first.includes(n.id) ? 0 : light?.nodes.has(n.id) ? 1 : 2)
    wanted.sort((a, b) => urgent(a) - urgent(b) || a.rank - b.rank)
    const labels: Label[] = []
    for (const node of wanted) {
      if (labels.length >= most) break
      const label = this.one(node, seen, size, room, ink, measure, urgent(node) === 0)
      if (label) labels.push(label)
    }
    for (const [e, q] of ask.bright.length > mostLines ? [] : ask.bright) {
      const label = named(e, q, size, room, measure)
      if (label) labels.push(label)
    }
    return (this.placed = labels)
  }

  /** The labels placed last, beside their shapes as those have moved; who would now overlap another steps back. */
  follow({ seen, size, reserved }: Pick<Ask, 'seen' | 'size' | 'reserved'>): Label[] {
    const taken = new Boxes()
    for (const box of reserved) taken.add(box)
    let moved = false
    return this.placed.filter((l) => {
      if (!l.node) return !moved // a line's name waits until all is still
      const dx = seen.x[l.node.rank]! + l.fromX! - l.x
      const dy = seen.y[l.node.rank]! + l.fromY! - l.y
      moved ||= Math.abs(dx) + Math.abs(dy) > 0.01
      l.x += dx
      l.y += dy
      l.box = { ...l.box, x: l.box.x + dx, y: l.box.y + dy }
      if (outside(l.box, size) || taken.hits(l.box)) return false
      taken.add(l.box)
      return true
    })
  }

  private one(node: SceneNode, seen: Sight, s: Size, room: Room, ink: Ink, measure: Measure, must: boolean): Label | undefined {
    const [cx, cy, radius] = [seen.x[node.rank]!, seen.y[node.rank]!, seen.r[node.rank]!]
    const own = { x: cx - radius, y: cy - radius, w: 2 * radius, h: 2 * radius }
    const bold = node.degree >= 8 || must
    const size = node.degree >= 12 ? 14 : node.degree >= 5 ? 13 : 12
    const lines = must ? wrapWhole(node.node.name) : node.lines
    const step = size * 1.16
    const w = Math.max(...lines.map((l) => measure(l, size, bold))) + 4
    const h = lines.length * step + 2
    let best: { box: Box; side: number } | undefined
    let least = Infinity
    const tries = node.rank < 24 || must ? 3 * sides.length : sides.length // hubs may stand off a little
    for (let side = 0; side < tries; side++) {
      const [dx, dy] = sides[side % sides.length]!
      const r = radius + 3 + Math.floor(side / sides.length) * 9
      const box = {
        x: cx + dx * (dx && dy ? r * 0.8 : r) - (dx > 0 ? 0 : dx < 0 ? w : w / 2),
        y: cy + dy * (dx && dy ? r * 0.8 : r) - (dy > 0 ? 0 : dy < 0 ? h : h / 2), w, h,
      }
      const out = outside(box, s)
      if (out && !must) continue
      const price = room.price(box, own, node.rank)
      if (price === Infinity && !must) continue
      const cost = ink.under(box) + side * 0.6 - (this.last.get(node.id) === side ? 3 : 0) + Math.min(500, price) + (out ? 900 : 0)
      if (cost < least) {
        least = cost
        best = { box, side }
      }
    }
    if (!best) return
    room.names.add(best.box)
    this.last.set(node.id, best.side)
    const dx = sides[best.side % sides.length]![0]
    const align = dx > 0 ? 'left' : dx < 0 ? 'right' : 'center'
    const x = best.box.x + (align === 'left' ? 2 : align === 'right' ? w - 2 : w / 2)
    const y = best.box.y + 1 + step / 2
    return { id: node.id, node, lines, x, y, size, bold, align, step, box: best.box, fromX: x - cx, fromY: y - cy }
  }
}

/** What a line says, upon the line where there is room. */
function named(e: SceneEdge, q: Curve, s: Size, room: Room, measure: Measure): Label | undefined {
  const size = 12
  const w = measure(e.says, size, false) + 6
  const h = size * 1.3
  if (w > Math.hypot(q.x2 - q.x1, q.y2 - q.y1) * 1.6) return
  for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const p = along(q, t)
    const box = { x: p.x - w / 2, y: p.y - h / 2, w, h }
    if (outside(box, s) || room.taken(box)) continue
    room.names.add(box)
    return { id: e.id, lines: [e.says], x: p.x, y: p.y, size, bold: false, align: 'center', step: size, box }
  }
}

const outside = (b: Box, s: Size) => b.x < 2 || b.y < 2 || b.x + b.w > s.width - 2 || b.y + b.h > s.height - 2

const hubs = 10
const minor = 20

/** What is taken: a hub's name may stand over a minor shape if need be, nothing else over anything. */
class Room {
  readonly names = new Boxes()
  private shapes = new Boxes()
  private major = new Boxes()

  constructor(reserved: readonly Box[]) {
    for (const box of reserved) this.names.add(box)
  }

  shape(b: Box, rank: number) {
    this.shapes.add(b)
    if (rank < minor) this.major.add(b)
  }

  taken = (b: Box) => this.names.hits(b) || this.shapes.hits(b)

  price(b: Box, own: Box, rank: number): number {
    if (this.names.hits(b)) return Infinity
    if (rank < hubs) return this.major.hits(b, own) ? Infinity : this.shapes.hits(b, own) ? 60 : 0
    return this.shapes.hits(b, own) ? Infinity : 0
  }
}

function inked(s: Size, curves: readonly Curve[]): Ink {
  const ink = new Ink(s.width, s.height)
  for (const q of curves) {
    const steps = Math.min(300, Math.ceil(Math.hypot(q.x2 - q.x1, q.y2 - q.y1) / 8) + (q.bent ? 3 : 0))
    for (let i = 0; i <= steps; i++) {
      const p = along(q, i / steps)
      ink.add(p.x, p.y)
    }
  }
  return ink
}
