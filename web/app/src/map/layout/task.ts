import { hash } from './seed'
import type { Task } from './messages'
import type { Scene, SceneNode } from '../scene'

/** What the worker has to know of a scene; screen is the canvas's width to its height. */
export function taskOf({ nodes, edges }: Scene, screen: number): Task {
  const at = new Map(nodes.map((n, i) => [n.id, i]))
  const numbers = (make: (n: SceneNode) => number) => Float32Array.from(nodes, make)
  return {
    seeds: Uint32Array.from(nodes, (n) => hash(n.id)),
    x: numbers((n) => n.x),
    y: numbers((n) => n.y),
    w: numbers((n) => Math.max(2 * n.r + 8, Math.max(...n.lines.map((l) => l.length)) * 6.5 * roomy(n))),
    h: numbers((n) => Math.max(2 * n.r + 8, (2 * n.r + n.lines.length * 14) * roomy(n))),
    from: Uint32Array.from(edges, (e) => at.get(e.from.id)!),
    to: Uint32Array.from(edges, (e) => at.get(e.to.id)!),
    aspect: screen > 2 ? 2.3 : screen > 1.2 ? 1.55 : screen < 0.8 ? 0.6 : 1,
  }
}

/** Room for part of the label, a little more for the best connected: names of all would drive the picture apart. */
const roomy = (n: SceneNode) => 0.3 + Math.min(0.3, n.degree / 40)
