// Layers from above to below, by dagre: it breaks circles, keeps lines short and crossings few.
import { Graph, layout } from '@dagrejs/dagre'
import { bound } from './bound'
import { components } from './components'
import { fold } from './fold'
import { together } from './pack'
import type { Placed, Task } from './messages'

const most = 1500 // beyond this dagre takes minutes; layers alone still tell who stands above whom

export function tree(task: Task): Placed {
  const n = task.seeds.length
  const x = new Float32Array(n)
  const y = new Float32Array(n)
  const ties = upward(task)
  const parts = components(n, Uint32Array.from(ties, (t) => t.up), Uint32Array.from(ties, (t) => t.down))
  const part = new Uint32Array(n)
  parts.forEach((members, i) => members.forEach((m) => (part[m] = i)))
  const inside = parts.map((): Tie[] => [])
  for (const t of ties) inside[part[t.up]!]!.push(t)
  const parcels = parts.map((members, i) => {
    layered(members, inside[i]!, x, y, task)
    return bound(members, x, y, task)
  })
  together(parts, parcels, x, y, task.aspect)
  return { x, y }
}

interface Tie { up: number; down: number; firm: boolean }

/** The lines of hierarchy; whoever has none hangs by the other directed lines. */
function upward({ from, to, above, seeds }: Task): Tie[] {
  const firm = new Uint8Array(seeds.length)
  const all: Tie[] = []
  above.forEach((a, i) => {
    const [f, t] = [from[i]!, to[i]!]
    if (!a || f === t) return
    all.push(a > 0 ? { up: t, down: f, firm: a === 2 } : { up: f, down: t, firm: a === -2 })
    if (Math.abs(a) === 2) firm[f] = firm[t] = 1
  })
  return all.filter((t) => t.firm || !firm[t.up] || !firm[t.down])
}

function layered(members: number[], ties: Tie[], x: Float32Array, y: Float32Array, task: Task) {
  const graph = new Graph({ multigraph: true })
  const below = task.aspect >= 0.8 // else layers stand side by side
  graph.setGraph({ rankdir: below ? 'TB' : 'LR', nodesep: 16, ranksep: 70, acyclicer: 'greedy', ranker: members.length > most ? 'longest-path' : 'network-simplex' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const m of members) graph.setNode(String(m), { width: task.w[m]!, height: task.h[m]! })
  for (const t of ties) graph.setEdge(String(t.up), String(t.down), { weight: t.firm ? 3 : 1, minlen: 1 })
  layout(graph)
  for (const m of members) {
    const at = graph.node(String(m))
    x[m] = at.x ?? 0
    y[m] = at.y ?? 0
  }
  const [across, down] = [{ place: x, size: task.w }, { place: y, size: task.h }]
  if (below) fold(members, across, down, task.aspect)
  else fold(members, down, across, 1 / task.aspect)
}
