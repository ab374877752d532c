// Labels never overlap one another or a shape: the best connected choose first, each
// the side that fewest lines cross; who finds no room waits for the reader to come nearer.
import { Boxes, Ink, type Box } from './boxes'
import { swell, toScreen, type Camera, type Size } from './camera'
import { along, type Curve } from './curve'
import type { Scene, SceneNode } from './scene'
import type { Lit } from './attention'
import { wrapWhole } from './wrap'

export interface Label { node: SceneNode; lines: string[]; x: number; y: number; size: number; bold: boolean; align: CanvasTextAlign; step: number }

export type Measure = (text: string, size: number, bold: boolean) => number

const most = 160
// below, right, left, above, then the corners: where the label stands to its shape
const sides = [[0, 1], [1, 0], [-1, 0], [0, -1], [1, 0.7], [-1, 0.7], [1, -0.7], [-1, -0.7]] as const

export class Labels {
  private last = new Map<string, number>() // side taken before: labels stay where they were if they can

  place(scene: Scene, c: Camera, s: Size, curves: readonly Curve[], light: Lit | null, first: readonly string[], measure: Measure, reserved: readonly Box[] = []): Label[] {
    const only = light?.strong ? light.nodes : null
    const grown = swell(c.k)
    const room = new Room()
    for (const box of reserved) room.names.add(box)
    const own = new Map<string, Box>()
    const seen: SceneNode[] = []
    for (const n of scene.nodes) {
      const p = toScreen(c, s, n)
      if (p.x < -20 || p.y < -20 || p.x > s.width + 20 || p.y > s.height + 20) continue
      if (only && !only.has(n.id)) continue
      const r = n.r * grown
      const box = { x: p.x - r, y: p.y - r, w: 2 * r, h: 2 * r }
      own.set(n.id, box)
      room.shape(box, n.rank)
      seen.push(n)
    }
    const ink = inked(s, curves)
    const urgent = (n: SceneNode) => (first.includes(n.id) ? 0 : light?.nodes.has(n.id) ? 1 : 2)
    seen.sort((a, b) => urgent(a) - urgent(b) || a.rank - b.rank)
    const labels: Label[] = []
    for (const node of seen) {
      if (labels.length >= most) break
      const label = this.one(node, own.get(node.id)!, s, room, ink, measure, urgent(node) === 0)
      if (label) labels.push(label)
    }
    return labels
  }

  private one(node: SceneNode, shape: Box, s: Size, room: Room, ink: Ink, measure: Measure, must: boolean): Label | undefined {
    const bold = node.degree >= 8
    const size = node.degree >= 12 ? 14 : node.degree >= 5 ? 13 : 12
    const lines = must ? wrapWhole(node.node.name) : node.lines
    const step = size * 1.16
    const w = Math.max(...lines.map((l) => measure(l, size, bold || must))) + 4
    const h = lines.length * step + 2
    const cx = shape.x + shape.w / 2
    const cy = shape.y + shape.h / 2
    let best: { box: Box; side: number } | undefined
    let least = Infinity
    const tries = node.rank < 24 || must ? 3 * sides.length : sides.length // hubs may stand off a little
    for (let side = 0; side < tries; side++) {
      const [dx, dy] = sides[side % sides.length]!
      const r = shape.w / 2 + 3 + Math.floor(side / sides.length) * 9
      const box = {
        x: cx + dx * (dx && dy ? r * 0.8 : r) - (dx > 0 ? 0 : dx < 0 ? w : w / 2),
        y: cy + dy * (dx && dy ? r * 0.8 : r) - (dy > 0 ? 0 : dy < 0 ? h : h / 2), w, h,
      }
      const out = box.x < 2 || box.y < 2 || box.x + w > s.width - 2 || box.y + h > s.height - 2
      if (out && !must) continue
      const price = room.price(box, shape, node.rank)
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
    return { node, lines, x, y: best.box.y + 1 + step / 2, size, bold: bold || must, align, step }
  }
}

const hubs = 10
const minor = 20

/** What is taken: a hub's name may stand over a minor shape if need be, nothing else over anything. */
class Room {
  readonly names = new Boxes()
  private shapes = new Boxes()
  private major = new Boxes()

  shape(b: Box, rank: number) {
    this.shapes.add(b)
    if (rank < minor) this.major.add(b)
  }

  price(b: Box, own: Box, rank: number): number {
    if (this.names.hits(b)) return Infinity
    if (rank < hubs) return this.major.hits(b, own) ? Infinity : this.shapes.hits(b, own) ? 60 : 0
    return this.shapes.hits(b, own) ? Infinity : 0
  }
}

function inked(s: Size, curves: readonly Curve[]): Ink {
  const ink = new Ink(s.width, s.height)
  if (curves.length > 3000) return ink // costs more than it helps
  for (const q of curves) {
    const steps = Math.min(300, Math.ceil(Math.hypot(q.x2 - q.x1, q.y2 - q.y1) / 8) + (q.bent ? 3 : 0))
    for (let i = 0; i <= steps; i++) {
      const p = along(q, i / steps)
      ink.add(p.x, p.y)
    }
  }
  return ink
}
