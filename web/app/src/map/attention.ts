import type { Scene, SceneEdge } from './scene'

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
export function linesOf(scene: Scene, id: string): SceneEdge[] {
  let of = lines.get(scene)
  if (!of) {
    of = new Map(scene.nodes.map((n) => [n.id, []]))
    for (const e of scene.edges) {
      of.get(e.from.id)!.push(e)
      if (e.to !== e.from) of.get(e.to.id)!.push(e)
    }
    lines.set(scene, of)
  }
  return of.get(id) ?? []
}
