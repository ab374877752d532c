import { swell, toMap, type Camera, type Point, type Size } from './camera'
import { course, distance } from './curve'
import type { Scene, SceneEdge, SceneNode } from './scene'

export type Found = { node: SceneNode; edge?: undefined } | { edge: SceneEdge; node?: undefined } | undefined

/** What is under a point: a node before a line, the nearest first. */
export function under(scene: Scene, c: Camera, s: Size, p: Point, reach: number): Found {
  const { nodes, edges } = scene
  const grown = swell(c.k)
  const at = toMap(c, s, p)
  let best: Found
  let near = reach
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    const [dx, dy] = [(node.x - at.x) * c.k, (node.y - at.y) * c.k]
    const far = node.r * grown + near
    if (dx > far || dx < -far || dy > far || dy < -far) continue
    const d = Math.hypot(dx, dy) - node.r * grown
    if (d < near) {
      near = d
      best = { node }
    }
  }
  if (best) return best
  near = reach
  const slack = (reach + widest) / c.k
  for (const edge of edges) {
    // most lines are nowhere near: their course is not worked out
    if (edge.lane === 0 && edge.from !== edge.to && beside(edge, at, slack)) continue
    const d = distance(course(edge, c, s), p) - edge.width / 2
    if (d < near) {
      near = d
      best = { edge }
    }
  }
  return best
}

const widest = 4

function beside({ from, to }: SceneEdge, p: Point, slack: number): boolean {
  if ((p.x < from.x - slack && p.x < to.x - slack) || (p.x > from.x + slack && p.x > to.x + slack)) return true
  if ((p.y < from.y - slack && p.y < to.y - slack) || (p.y > from.y + slack && p.y > to.y + slack)) return true
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return Math.abs((p.x - from.x) * dy - (p.y - from.y) * dx) > slack * (Math.abs(dx) + Math.abs(dy))
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
