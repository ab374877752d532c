// Many lines at once: those that look the same are one path. What is given up against
// a line by itself: lines end in the middle of a shape, and have neither dashes nor full widths while the picture moves.
import type { Look } from '../look'
import type { Scene } from '../scene'
import type { Pen } from '../shapes'
import { changeLooks } from './change'
import { arrowhead, dashes } from './line'
import { meshOf, type Style } from './mesh'
import type { Sight } from './sight'

export interface Effort {
  most: number // lines drawn at once; beyond that a fair sample of them
  fine: boolean // with dashes, full widths and the ground around shapes
}

const part = 400 // a path of many thousand pieces costs more than its pieces
const shortest = 1.5
const dear = 200 // lines wider than a dot cost ten times as much: with more than this, all are thin in a hurry

/** Draws the lines of the sight, but for those of skip; yields now and then, so that the page can do other things. */
export function* bulk(pen: Pen, scene: Scene, seen: Sight, look: Look, alpha: number, effort: Effort, skip: ReadonlySet<string> | undefined): Generator<void> {
  const { from, to, style, lane, lot, styles, plain } = meshOf(scene)
  const { x, y, r } = seen
  const share = effort.most / Math.max(1, seen.lines.length)
  const drawn = Math.min(effort.most, seen.lines.length)
  const thin = Math.min(1, Math.max(0.6, seen.grown))
  const faint = alpha * Math.min(1, Math.max(0.3, Math.sqrt(2500 / Math.max(1, drawn))))
  const sorted: number[][] = styles.map(() => [])
  let wide = 0
  for (const i of seen.lines) {
    if (lot[i]! > share || (skip && skip.has(scene.edges[i]!.id))) continue
    const a = from[i]!
    const b = to[i]!
    if (a !== b && Math.abs(x[a]! - x[b]!) + Math.abs(y[a]! - y[b]!) < shortest) continue
    sorted[style[i]!]!.push(i)
    if (styles[style[i]!]!.width * thin > 1) wide++
  }
  yield
  const thinned = !effort.fine && wide > dear
  if (thinned) sorted.forEach((mine, k) => plain[k] !== k && sorted[plain[k]!]!.push(...mine.splice(0)))
  for (let k = 0; k < styles.length; k++) {
    const [st, mine] = [styles[k]!, sorted[k]!]
    if (!mine.length) continue
    const thick = thinned && !st.change ? Math.min(1, thin) : st.width * thin
    prepare(pen, st, thick, look, effort)
    const head = st.arrow ? Math.max(4.5, (6 + thick * 1.6) * Math.min(1, seen.grown * 1.4)) : 0
    for (let at = 0; at < mine.length; at += part) {
      const some = mine.slice(at, at + part)
      pen.globalAlpha = st.change ? alpha : faint
      pen.beginPath()
      for (const i of some) course(pen, x, y, r, from[i]!, to[i]!, lane[i]!, seen.grown)
      pen.stroke()
      if (head) heads(pen, some, head)
      yield
    }
  }
  pen.setLineDash([])

  function heads(p: Pen, some: number[], head: number) {
    p.globalAlpha = Math.min(1, faint * 1.3)
    p.beginPath()
    let any = false
    for (const i of some) {
      const [a, b] = [from[i]!, to[i]!]
      if (a === b) continue
      const [dx, dy] = [x[b]! - x[a]! , y[b]! - y[a]!]
      const long = Math.hypot(dx, dy)
      if (long - r[a]! - r[b]! < head * 2.2) continue
      // a curved line arrives from its own side
      const lean = lane[i] ? Math.atan2(lane[i]! * 20 * Math.max(0.8, seen.grown), long * 0.28) : 0
      const [cos, sin] = [Math.cos(lean), -Math.sin(lean)]
      const [ux, uy] = [(dx * cos - dy * sin) / long, (dx * sin + dy * cos) / long]
      arrowhead(p, x[b]! - ux * (r[b]! + 1), y[b]! - uy * (r[b]! + 1), ux, uy, head)
      any = true
    }
    if (any) p.fill()
  }
}

function prepare(pen: Pen, st: Style, thick: number, look: Look, effort: Effort) {
  const change = st.change && changeLooks[st.change]
  pen.strokeStyle = pen.fillStyle = look.line(change ? change.colour : st.colour)
  pen.lineCap = st.status === 'opinion' && effort.fine ? 'round' : 'butt'
  pen.lineWidth = change ? thick + 1 : thick
  pen.setLineDash(effort.fine ? (change ? change.dash : dashes[st.status]) : [])
}

function course(pen: Pen, x: Float32Array, y: Float32Array, r: Float32Array, a: number, b: number, lane: number, grown: number) {
  const [x1, y1, x2, y2] = [x[a]!, y[a]!, x[b]!, y[b]!]
  pen.moveTo(x1, y1)
  if (a === b) {
    const out = (34 + lane * 14) * grown + r[a]!
    pen.bezierCurveTo(x1 - out * 0.6, y1 - out, x1 + out * 0.6, y1 - out, x1, y1)
  } else if (lane === 0) pen.lineTo(x2, y2)
  else {
    const far = Math.hypot(x2 - x1, y2 - y1) || 1
    const side = lane * 20 * Math.max(0.8, grown)
    const [sx, sy] = [(-(y2 - y1) / far) * side, ((x2 - x1) / far) * side]
    const [ix, iy] = [(x2 - x1) * 0.28, (y2 - y1) * 0.28]
    pen.bezierCurveTo(x1 + ix + sx, y1 + iy + sy, x2 - ix + sx, y2 - iy + sy, x2, y2)
  }
}
