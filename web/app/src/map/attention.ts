import type { Scene, SceneEdge } from './scene'
import { atOnce } from './slices'

/** What the reader looks at; ids of nodes or lines, "" for none. */
export interface Attention {
  hover: string; selected: string; cursor: string; centre: string
  chosen?: ReadonlySet<string> // several at once
}

export interface Lit { nodes: Set<string>; edges: Set<string>; strong: boolean; on: string }

/** What stays bright: the neighbourhood of what is under the pointer, else of what is selected. */
export function lit(scene: Scene, a: Attention): Lit | null {
  for (const on of [a.hover, a.selected]) {
    if (!on) continue
    const strong = on === a.hover
    const line = scene.edgeById.get(on)
    if (line) return { nodes: new Set([line.from.id, line.to.id]), edges: new Set([on]), strong, on }
    const around = scene.around.get(on)
    if (!around) continue
    const edges = linesOf(scene, on).map((e) => e.id)
    return { nodes: new Set([on, ...around]), edges: new Set(edges), strong, on }
  }
  return null
}

const lines = new WeakMap<Scene, Map<string, SceneEdge[]>>()

/** The lines of one body. */
export const linesOf = (scene: Scene, id: string): SceneEdge[] => (lines.get(scene) ?? atOnce(linking(scene))).get(id) ?? []

const step = 2000

/** The lines of each body, in steps; made once, linesOf finds them. */
export function* linking(scene: Scene): Generator<void, Map<string, SceneEdge[]>> {
  const of = new Map(scene.nodes.map((n) => [n.id, [] as SceneEdge[]]))
  yield
  for (let i = 0; i < scene.edges.length; i++) {
    const e = scene.edges[i]!
    of.get(e.from.id)!.push(e)
    if (e.to !== e.from) of.get(e.to.id)!.push(e)
    if (i % step === 0) yield
  }
  lines.set(scene, of)
  return of
}
