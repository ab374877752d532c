import { hash } from './seed'
import type { LayoutName, Task } from './messages'
import type { Scene, SceneNode } from '../scene'

/** What the worker has to know of a scene; screen is the canvas's width to its height. */
export function taskOf({ nodes, edges }: Scene, screen: number, layout: LayoutName, centre: string): Task {
  const at = new Map(nodes.map((n, i) => [n.id, i]))
  const groups = [...new Set(nodes.map((n) => n.group))].sort()
  const room = (n: SceneNode) => (layout === 'force' ? roomy(n) : 1)
  const numbers = (make: (n: SceneNode) => number) => Float32Array.from(nodes, make)
  return {
    seeds: Uint32Array.from(nodes, (n) => hash(n.id)),
    x: numbers((n) => n.x),
    y: numbers((n) => n.y),
    w: numbers((n) => Math.max(2 * n.r + 8, Math.max(...n.lines.map((l) => l.length)) * 6.5 * room(n))),
    h: numbers((n) => Math.max(2 * n.r + 8, (2 * n.r + n.lines.length * 14) * room(n))),
    from: Uint32Array.from(edges, (e) => at.get(e.from.id)!),
    to: Uint32Array.from(edges, (e) => at.get(e.to.id)!),
    layout,
    group: Uint16Array.from(nodes, (n) => groups.indexOf(n.group)),
    above: Int8Array.from(edges, (e) => (e.above === 'to' ? 1 : e.above === 'from' ? -1 : 0) * (e.firm ? 2 : 1)),
    centre: at.get(centre) ?? 0,
    aspect: screen > 2 ? 2.3 : screen > 1.2 ? 1.55 : screen < 0.8 ? 0.6 : 1,
  }
}

/** Room for part of the label, a little more for the best connected: names of all would drive the picture apart. */
const roomy = (n: SceneNode) => 0.3 + Math.min(0.3, n.degree / 40)
