import type { Scene } from './scene'

/** What the reader looks at; ids of nodes or lines, "" for none. */
export interface Attention { hover: string; selected: string; cursor: string; centre: string }

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
    const edges = scene.edges.filter((e) => e.from.id === on || e.to.id === on).map((e) => e.id)
    return { nodes: new Set([on, ...around]), edges: new Set(edges), strong, on }
  }
  return null
}
