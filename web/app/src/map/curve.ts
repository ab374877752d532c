// The course of a line on the screen: straight, or curved where several join the
// same two bodies, or a loop; it begins and ends at the outline of the shapes.
import { swell, type Camera, type Point, type Size } from './camera'
import type { SceneEdge } from './scene'

export interface Curve { x1: number; y1: number; ax: number; ay: number; bx: number; by: number; x2: number; y2: number; bent: boolean }

const gap = 15

export function course(e: SceneEdge, c: Camera, s: Size): Curve {
  const grown = swell(c.k)
  const x1 = (e.from.x - c.x) * c.k + s.width / 2
  const y1 = (e.from.y - c.y) * c.k + s.height / 2
  const x2 = (e.to.x - c.x) * c.k + s.width / 2
  const y2 = (e.to.y - c.y) * c.k + s.height / 2
  const r1 = e.from.r * grown * 1.12 + 1
  if (e.from === e.to) return loop(x1, y1, r1, e.lane, grown)
  const r2 = e.to.r * grown * 1.12 + (e.arrow ? 2 : 1)
  const far = Math.hypot(x2 - x1, y2 - y1) || 1
  const ux = (x2 - x1) / far
  const uy = (y2 - y1) / far
  if (e.lane === 0) {
    return { x1: x1 + ux * r1, y1: y1 + uy * r1, ax: x1, ay: y1, bx: x2, by: y2, x2: x2 - ux * r2, y2: y2 - uy * r2, bent: false }
  }
  const side = e.lane * gap * Math.max(0.8, grown) * 1.33
  const inset = far * 0.28
  const ax = x1 + ux * inset - uy * side
  const ay = y1 + uy * inset + ux * side
  const bx = x2 - ux * inset - uy * side
  const by = y2 - uy * inset + ux * side
  const a = Math.hypot(ax - x1, ay - y1) || 1
  const b = Math.hypot(bx - x2, by - y2) || 1
  return {
    x1: x1 + ((ax - x1) / a) * r1, y1: y1 + ((ay - y1) / a) * r1, ax, ay, bx, by,
    x2: x2 + ((bx - x2) / b) * r2, y2: y2 + ((by - y2) / b) * r2, bent: true,
  }
}

function loop(x: number, y: number, r: number, lane: number, grown: number): Curve {
  const out = (34 + lane * 14) * grown + r
  const [a, b] = [-Math.PI * 0.68, -Math.PI * 0.32]
  return {
    x1: x + Math.cos(a) * r, y1: y + Math.sin(a) * r, ax: x + Math.cos(a - 0.25) * out, ay: y + Math.sin(a - 0.25) * out,
    bx: x + Math.cos(b + 0.25) * out, by: y + Math.sin(b + 0.25) * out, x2: x + Math.cos(b) * (r + 2), y2: y + Math.sin(b) * (r + 2), bent: true,
  }
}

/** The point a share t of the way along. */
export function along(q: Curve, t: number): Point {
  if (!q.bent) return { x: q.x1 + (q.x2 - q.x1) * t, y: q.y1 + (q.y2 - q.y1) * t }
  const u = 1 - t
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return { x: w0 * q.x1 + w1 * q.ax + w2 * q.bx + w3 * q.x2, y: w0 * q.y1 + w1 * q.ay + w2 * q.by + w3 * q.y2 }
}

export function distance(q: Curve, p: Point): number {
  const steps = q.bent ? 14 : 1
  let best = Infinity
  let last = along(q, 0)
  for (let i = 1; i <= steps; i++) {
    const next = along(q, i / steps)
    const dx = next.x - last.x
    const dy = next.y - last.y
    const t = Math.min(1, Math.max(0, ((p.x - last.x) * dx + (p.y - last.y) * dy) / (dx * dx + dy * dy || 1)))
    best = Math.min(best, Math.hypot(last.x + dx * t - p.x, last.y + dy * t - p.y))
    last = next
  }
  return best
}
