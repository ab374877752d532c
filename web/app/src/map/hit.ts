import { swell, toScreen, type Camera, type Point, type Size } from './camera'
import { course, distance } from './curve'
import type { Scene, SceneEdge, SceneNode } from './scene'

export type Found = { node: SceneNode; edge?: undefined } | { edge: SceneEdge; node?: undefined } | undefined

/** What is under a point: a node before a line, the nearest first. */
export function under(scene: Scene, c: Camera, s: Size, p: Point, reach: number): Found {
  const grown = swell(c.k)
  let best: Found
  let near = Infinity
  for (const node of scene.nodes) {
    const at = toScreen(c, s, node)
    const d = Math.hypot(at.x - p.x, at.y - p.y) - node.r * grown
    if (d < reach && d < near) {
      near = d
      best = { node }
    }
  }
  if (best) return best
  near = reach
  for (const edge of scene.edges) {
    const d = distance(course(edge, c, s), p) - edge.width / 2
    if (d < near) {
      near = d
      best = { edge }
    }
  }
  return best
}

/** The nearest node in a direction, for the arrow keys: what lies straight ahead counts as nearer. */
export function towards(scene: Scene, from: SceneNode, dx: number, dy: number): SceneNode | undefined {
  let best: SceneNode | undefined
  let least = Infinity
  for (const n of scene.nodes) {
    const ahead = (n.x - from.x) * dx + (n.y - from.y) * dy
    const aside = Math.abs((n.x - from.x) * dy) + Math.abs((n.y - from.y) * dx)
    if (n === from || ahead <= 0 || aside > ahead * 2) continue
    const cost = ahead + aside * 1.6
    if (cost < least) {
      least = cost
      best = n
    }
  }
  return best
}
