// What is to be drawn, made from the server's subgraph and the vocabulary. Nothing
// here depends on the screen; only x and y change afterwards.
import type { Change, Edge, Node, Relation, Status, Subgraph } from '../api'
import type { Words } from '../words'
import { linking } from './attention'
import { meshing } from './draw/mesh'
import { atOnce } from './slices'
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

/** A scene at once; building does the same in steps, for a graph of any size. */
export const buildScene = (graph: Subgraph, words: Words, known: ReadonlyMap<string, Spot>): Scene => atOnce(building(graph, words, known))

const step = 2000 // nodes or lines that are gone through in a few ms

export function* building(graph: Subgraph, words: Words, known: ReadonlyMap<string, Spot>): Generator<void, Scene> {
  const around = new Map<string, Set<string>>()
  yield* each(graph.nodes ?? [], (n) => around.set(n.id, new Set()))
  const drawn: Edge[] = []
  yield* each(graph.edges ?? [], (e) => {
    const [from, to] = [around.get(e.from), around.get(e.to)]
    if (!from || !to) return
    drawn.push(e)
    if (from === to) return
    from.add(e.to)
    to.add(e.from)
  })
  const nodes: SceneNode[] = []
  yield* each(graph.nodes ?? [], (n) => nodes.push(placed(n, words, around.get(n.id)!.size, known.get(n.id))))
  nodes.sort((a, b) => b.degree - a.degree || b.node.degree - a.node.degree || (a.id < b.id ? -1 : 1))
  yield
  const scene: Scene = { nodes, edges: [], byId: new Map(), edgeById: new Map(), around, changes: new Map() }
  const changed = (it: Node | Edge) => it.change && scene.changes.set(it.id, it.change)
  yield* each(nodes, (n, i) => {
    n.rank = i
    scene.byId.set(n.id, n)
    changed(n.node)
  })
  scene.edges = yield* lanes(drawn, scene.byId, words)
  yield* each(scene.edges, (e) => {
    scene.edgeById.set(e.id, e)
    changed(e.edge)
  })
  yield* meshing(scene)
  yield* linking(scene)
  return scene
}

/** Goes through a long list in steps of a few ms. */
function* each<T>(list: readonly T[], act: (it: T, i: number) => unknown): Generator<void> {
  for (let i = 0; i < list.length; i++) {
    act(list[i]!, i)
    if (i % step === step - 1) yield
  }
  yield
}

function placed(n: Node, words: Words, degree: number, spot: Spot | undefined): SceneNode {
  const kind = words.kind(n.kinds?.[0])
  return {
    id: n.id, node: n, lines: wrap(n.name), icon: kind.icon, colour: kind.colour, group: kind.plural,
    hollow: isHollow(kind.icon), dashed: !!n.anonymous, degree, rank: 0,
    r: radius(degree), x: spot?.x ?? NaN, y: spot?.y ?? NaN, pinned: !!spot?.pinned,
  }
}

/** Gives lines between the same two bodies lanes of their own. */
function* lanes(drawn: Edge[], byId: Map<string, SceneNode>, words: Words): Generator<void, SceneEdge[]> {
  const pairs = new Map<string, Edge[]>()
  yield* each(drawn, (e) => {
    const key = e.from < e.to ? `${e.from}\n${e.to}` : `${e.to}\n${e.from}`
    const pair = pairs.get(key)
    if (pair) pair.push(e)
    else pairs.set(key, [e])
  })
  const edges: SceneEdge[] = []
  let next = step
  for (const pair of pairs.values()) {
    pair.forEach((e, i) => edges.push(laid(e, e.from === e.to ? i : (i - (pair.length - 1) / 2) * (e.from < e.to ? 1 : -1), byId, words.relation(e.relation))))
    if (edges.length < next) continue
    next += step
    yield
  }
  return edges
}

const laid = (e: Edge, lane: number, byId: Map<string, SceneNode>, relation: Relation): SceneEdge => ({
  id: e.id, edge: e, from: byId.get(e.from)!, to: byId.get(e.to)!, colour: relation.colour, status: e.status,
  width: Math.min(5, 0.6 + 0.9 * Math.sqrt(e.claims)), arrow: !relation.symmetric, lane,
  says: relation.forward, above: above(relation), firm: !!relation.hierarchy,
})

/** A relation of hierarchy points upwards; any other that points at all goes from who acts to who is acted upon. */
const above = (r: Relation) => (r.hierarchy ? 'to' : r.symmetric || r.speech || r.event ? '' : 'from')
