// What a layout draws behind the network: headings over columns, circles under rings.
import { Boxes, type Box } from '../boxes'
import { levels } from '../layout/levels'
import type { LayoutName } from '../layout/messages'
import type { Look } from '../look'
import type { Scene } from '../scene'
import type { Pen } from '../shapes'
import { wrap } from '../wrap'
import { font, width } from './text'
import type { Sight } from './sight'

const size = 13

/** Draws it and says where names have no room. */
export function backdrop(pen: Pen, layout: LayoutName | undefined, centre: string, scene: Scene, seen: Sight, look: Look): Box[] {
  if (layout === 'columns') return headings(pen, scene, seen, look)
  if (layout === 'rings') circles(pen, centre, scene, seen, look)
  return []
}

function headings(pen: Pen, scene: Scene, seen: Sight, look: Look): Box[] {
  const groups = new Map<string, { left: number; right: number; top: number; n: number }>()
  scene.nodes.forEach((n, i) => {
    const g = groups.get(n.group) ?? { left: Infinity, right: -Infinity, top: Infinity, n: 0 }
    groups.set(n.group, { left: Math.min(g.left, seen.x[i]!), right: Math.max(g.right, seen.x[i]!), top: Math.min(g.top, seen.y[i]! - seen.r[i]!), n: g.n + 1 })
  })
  const taken = new Boxes()
  const boxes: Box[] = []
  pen.globalAlpha = 1
  pen.fillStyle = look.label
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const [text, g] of [...groups].sort((a, b) => b[1].n - a[1].n)) {
    const lines = wrap(text, 40)
    const face = font(look, size, true)
    const w = Math.max(...lines.map((l) => width(pen, l, face))) + 8
    const h = lines.length * size * 1.2 + 4
    const box = { x: (g.left + g.right) / 2 - w / 2, y: g.top - h - 10, w, h }
    if (taken.hits(box)) continue
    taken.add(box)
    boxes.push(box)
    pen.font = face
    lines.forEach((l, i) => pen.fillText(l, box.x + w / 2, box.y + 2 + (i + 0.5) * size * 1.2))
  }
  return boxes
}

const known = new WeakMap<Scene, { centre: number; level: Int32Array }>()

function circles(pen: Pen, centre: string, scene: Scene, seen: Sight, look: Look) {
  const middle = scene.byId.get(centre)?.rank ?? 0
  let found = known.get(scene)
  if (!found || found.centre !== middle) {
    const near = scene.nodes.map((n) => [...scene.around.get(n.id)!].map((id) => scene.byId.get(id)!.rank))
    known.set(scene, (found = { centre: middle, level: levels(middle, near).level }))
  }
  const rings = new Map<number, number[]>()
  scene.nodes.forEach((_, i) => {
    const l = found.level[i]!
    if (l > 0) rings.set(l, [...(rings.get(l) ?? []), Math.hypot(seen.x[i]! - seen.x[middle]!, seen.y[i]! - seen.y[middle]!)])
  })
  pen.globalAlpha = 0.18
  pen.strokeStyle = look.label
  pen.lineWidth = 1
  pen.setLineDash([])
  for (const far of rings.values()) {
    pen.beginPath()
    pen.arc(seen.x[middle]!, seen.y[middle]!, far.sort((a, b) => a - b)[far.length >> 1]!, 0, 2 * Math.PI)
    pen.closePath()
    pen.stroke()
  }
}
