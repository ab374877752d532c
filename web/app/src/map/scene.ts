// What is to be drawn, made from the server's subgraph and the vocabulary. Nothing
// here depends on the screen; only x and y change afterwards.
import type { Change, Edge, Node, Relation, Status, Subgraph } from '../api'
import type { Words } from '../words'
import { wrap } from './wrap'
import { isHollow } from './shapes'

export interface SceneNode {
  id: string; node: Node; lines: string[]; icon: string; colour: string
  group: string // the kind, as a heading says it
  mark?: string // a letter within the shape, where colour means something else than the kind
  hollow: boolean; dashed: boolean; r: number; degree: number; rank: number
  x: number; y: number; pinned: boolean
}

export interface SceneEdge {
  id: string; edge: Edge; from: SceneNode; to: SceneNode; colour: string; status: Status
  width: number; arrow: boolean; lane: number // 0 is straight; others curve to one side or the other
  above: 'from' | 'to' | '' // the end that stands above the other in a tree
  says: string // the relation as a sentence has it
  firm: boolean // whether the vocabulary says so, or it follows from the direction alone
}

export interface Scene {
  nodes: SceneNode[] // best connected first
  edges: SceneEdge[]
  byId: Map<string, SceneNode>
  edgeById: Map<string, SceneEdge>
  around: Map<string, Set<string>> // neighbours shown, by id
  changes: Map<string, Change> // by id of node or line, where two days are compared
}

/** The size of a shape by how many it is joined to. */
export const radius = (degree: number) => Math.min(17, 5 + 2 * Math.sqrt(degree))

export type Spot = { x: number; y: number; pinned?: boolean }

export function buildScene(graph: Subgraph, words: Words, known: ReadonlyMap<string, Spot>): Scene {
  const around = new Map<string, Set<string>>((graph.nodes ?? []).map((n) => [n.id, new Set()]))
  const drawn = (graph.edges ?? []).filter((e) => around.has(e.from) && around.has(e.to))
  for (const e of drawn) {
    if (e.from === e.to) continue
    around.get(e.from)!.add(e.to)
    around.get(e.to)!.add(e.from)
  }
  const nodes = (graph.nodes ?? []).map((n): SceneNode => {
    const kind = words.kind(n.kinds?.[0])
    const degree = around.get(n.id)!.size
    const spot = known.get(n.id)
    return {
      id: n.id, node: n, lines: wrap(n.name), icon: kind.icon, colour: kind.colour, group: kind.plural,
      hollow: isHollow(kind.icon), dashed: !!n.anonymous, degree, rank: 0,
      r: radius(degree), x: spot?.x ?? NaN, y: spot?.y ?? NaN, pinned: !!spot?.pinned,
    }
  })
  nodes.sort((a, b) => b.degree - a.degree || b.node.degree - a.node.degree || (a.id < b.id ? -1 : 1))
  nodes.forEach((n, i) => (n.rank = i))
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const edges = lanes(drawn, byId, words)
  const changes = new Map([...nodes.map((n) => n.node), ...drawn].flatMap((it) => (it.change ? [[it.id, it.change] as const] : [])))
  return { nodes, edges, byId, edgeById: new Map(edges.map((e) => [e.id, e])), around, changes }
}

/** Gives lines between the same two bodies lanes of their own. */
function lanes(drawn: Edge[], byId: Map<string, SceneNode>, words: Words): SceneEdge[] {
  const pairs = new Map<string, Edge[]>()
  for (const e of drawn) {
    const key = e.from < e.to ? `${e.from}\n${e.to}` : `${e.to}\n${e.from}`
    const pair = pairs.get(key)
    if (pair) pair.push(e)
    else pairs.set(key, [e])
  }
  const edges: SceneEdge[] = []
  for (const pair of pairs.values()) {
    pair.forEach((e, i) => {
      const relation = words.relation(e.relation)
      const lane = e.from === e.to ? i : (i - (pair.length - 1) / 2) * (e.from < e.to ? 1 : -1)
      edges.push({
        id: e.id, edge: e, from: byId.get(e.from)!, to: byId.get(e.to)!, colour: relation.colour, status: e.status,
        width: Math.min(5, 0.6 + 0.9 * Math.sqrt(e.claims)), arrow: !relation.symmetric, lane,
        says: relation.forward, above: above(relation), firm: !!relation.hierarchy,
      })
    })
  }
  return edges
}

/** A relation of hierarchy points upwards; any other that points at all goes from who acts to who is acted upon. */
const above = (r: Relation) => (r.hierarchy ? 'to' : r.symmetric || r.speech || r.event ? '' : 'from')
